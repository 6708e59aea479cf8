"""`insert` without arguments is no list's: it makes a statement for a table. With two it makes a list longer."""
from flask import Flask

app = Flask(__name__)


class Statement:
    def values(self, value):
        return f"insert {value}"


def tables():
    return {"events": type("Table", (), {"insert": Statement})()}


TABLES = tables()
latest = {"events": []}


@app.route("/events/<event>", methods=["PUT"])
def statement_is_made_ok(event):
    return TABLES["events"].insert().values(event)


# not executed: it has no parameter
@app.route("/events")
def tables_are_shown_ok():
    return " ".join(TABLES)


@app.route("/latest/<event>", methods=["PUT"])
def list_grows_at_its_begin_bad(event):
    latest["events"].insert(0, event)  # error: 4, SIS001, "latest"
    return " ".join(latest["events"])
