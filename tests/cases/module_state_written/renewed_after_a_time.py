"""Entries of one table that are renewed together when their time is over are a memo; one of a user's own data is none."""
import time

from flask import Flask

app = Flask(__name__)


class Shop:
    def __init__(self, name):
        self.name = name

    def find(self, most):
        return [{"id": each} for each in range(most)]


def open_shop(name):
    return globals()["Shop"](name)


known = {"at": -100.0, "rows": {}}


def rows(shop):
    now = time.monotonic()
    if now - known["at"] < 60:
        return known["rows"]
    found = {}
    for each in shop.find(2):
        found[str(each["id"])] = each
    known["rows"] = found
    known["at"] = now
    return found


@app.route("/rows/<shop>")
def rows_are_shown_ok(shop):
    return " ".join(rows(open_shop(shop)))


last = {"at": -100.0, "visitor": ""}


@app.route("/visitor/<name>")
def visitor_is_kept_bad(name):
    now = time.monotonic()
    if now - last["at"] > 60:
        last["at"] = now
        last["visitor"] = name  # error: 8, SIS001, "last"
    return last["visitor"]
