"""A constant that a method chooses by what its own object was made with is no session's; one chosen by an argument is."""
import os

from flask import Flask

app = Flask(__name__)


class Users:
    def __init__(self, path):
        self.path = path
        self.known = {}
        self.is_customized = False

    def load(self):
        if os.path.exists(self.path):
            self.is_customized = True
        else:
            self.is_customized = False

    def save(self, is_forced):
        if is_forced:
            self.load()

    def add(self, name):
        if name not in self.known:
            self.known[name] = name
            self.save(bool(name))


users = Users("users.yaml")


@app.route("/users/<name>", methods=["PUT"])
def chosen_by_the_program_ok(name):
    users.add(name)
    return name


# not executed: it has no parameter
@app.route("/state")
def state_is_shown_ok():
    return "customized" if users.is_customized else "as delivered"


class Style:
    def __init__(self):
        self.is_dark = False

    def choose(self, style):
        if style.startswith("dark"):
            self.is_dark = True  # error: 12, SIS004, "Style.is_dark"
        else:
            self.is_dark = False


styles = Style()


# not executed: the other handler shows what is left
@app.route("/style/<style>", methods=["PUT"])
def chosen_by_a_session_bad(style):
    styles.choose(style)
    return style


# not executed: it has no parameter
@app.route("/style")
def style_is_shown_ok():
    return "dark" if styles.is_dark else "light"
