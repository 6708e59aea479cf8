"""Who hands out an object hands out the list in it."""
from types import SimpleNamespace

from flask import Flask

app = Flask(__name__)
kept = SimpleNamespace(lines=[])


@app.route("/keep/<text>")
def object_with_the_list_bad(text):
    kept.lines.append(text)  # error: 4, SIS001, "kept"
    return vars(kept)


@app.route("/own/<text>")
def object_of_the_call_ok(text):
    own = SimpleNamespace(lines=[])
    own.lines.append(text)
    return vars(own)
