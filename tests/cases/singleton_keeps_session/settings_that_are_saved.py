"""Settings that a request replaces and saves hold for all; a setting that nothing saves, or another value, does not."""
import io

from flask import Flask

app = Flask(__name__)


class Program:
    def __init__(self):
        self.limit_settings = ""
        self.style_settings = ""
        self.user_settings = ""
        self.visitor = ""

    def save(self):
        file = io.StringIO()
        file.write(self.limit_settings)
        file.write(self.user_settings)
        file.write(self.visitor)


program = Program()


@app.route("/limit/<limit>", methods=["PUT"])
def setting_is_saved_ok(limit):
    program.limit_settings = limit
    program.save()
    return "saved"


# not executed: it has no parameter
@app.route("/limit")
def limit_is_tested_ok():
    return "limited" if program.limit_settings else "not limited"


# not executed: the other handler shows what is left
@app.route("/style/<style>", methods=["PUT"])
def setting_is_not_saved_bad(style):
    program.style_settings = style  # error: 4, SIS004, "style_settings"
    return "chosen"


# not executed: it has no parameter
@app.route("/style")
def style_is_tested_ok():
    return "dark" if program.style_settings else "light"


# not executed: the other handler shows what is left
@app.route("/visitor/<name>", methods=["PUT"])
def visitor_is_saved_bad(name):
    program.visitor = name  # error: 4, SIS004, "visitor"
    program.save()
    return "welcome"


# not executed: it has no parameter
@app.route("/visitor")
def visitor_is_tested_ok():
    return "known" if program.visitor else "unknown"


# not executed: the other handler shows what is left
@app.route("/own/<settings>", methods=["PUT"])
def settings_of_a_user_bad(settings):
    program.user_settings = settings  # error: 4, SIS004, "user_settings"
    program.save()
    return "saved"


# not executed: it has no parameter
@app.route("/own")
def own_settings_are_tested_ok():
    return "some" if program.user_settings else "none"
