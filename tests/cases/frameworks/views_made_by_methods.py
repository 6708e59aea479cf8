"""Flask: views that methods define, or that a decorator of the project puts in their place, run in threads."""
import functools

from flask import Flask, request

app = Flask(__name__)


class Server:
    def __init__(self):
        self.app = Flask(__name__)
        self.said = []
        self.views = self.routes()

    def routes(self):
        @self.app.post("/say")
        def say(user, text):
            self.said.append(text)  # error: 12, SIS004, "Server.said"
            return list(self.said)

        return say


server = Server()


def view_inside_a_method_bad(user, text):
    return server.views(user, text)


class Visits:
    def __init__(self):
        self.user = None

    def counted(self, view):
        @functools.wraps(view)
        def wrapper(user, text):
            self.user = user  # error: 12, SIS004, "Visits.user"
            answer = view(user, text)
            return [self.user, answer]

        return wrapper


visits = Visits()


@app.post("/visit")
@visits.counted
def wrapped_by_an_object_bad(user, text):
    return text


def remembered(view):
    seen = []

    @functools.wraps(view)
    def wrapper(user, text):
        seen.append(text)  # error: 8, SIS001, "seen"
        return [*seen, view(user, text)]

    return wrapper


@app.post("/remember")
@remembered
def wrapped_by_a_function_bad(user, text):
    return text


def shouted(times):
    def decorate(view):
        @functools.wraps(view)
        def wrapper(user, text):
            words = [view(user, text)] * times
            return " ".join(words).upper()

        return wrapper

    return decorate


@app.post("/shout")
@shouted(2)
def wrapped_by_what_keeps_nothing_ok(user, text):
    return text
