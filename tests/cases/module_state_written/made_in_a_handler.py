"""What led to a write that failed leads to the one in the exception handler, too; a handler that tests nothing replaces
what others use."""
from flask import Flask

app = Flask(__name__)


class Domain:
    def __init__(self, name):
        self.name = name


def found(name):
    raise LookupError(name)


default_domain = None


def get_default_domain():
    global default_domain
    if default_domain is None:
        try:
            default_domain = found("default")
        except LookupError:
            default_domain = Domain("default")
    return default_domain


@app.route("/default")
def made_where_none_was_found_ok(name):
    return get_default_domain().name + name


last_domain = None


@app.route("/last")
def made_for_each_bad(name):
    global last_domain
    try:
        last_domain = found(name)
    except LookupError:
        last_domain = Domain(name)  # error: 8, SIS001, "last_domain"
    return last_domain.name


@app.route("/current")
def last_one_ok(name):
    return last_domain.name if last_domain is not None else name
