"""One transaction of a third file is one bug of this one, whether it is used here or by functions of another file."""
import database
import marks
from flask import Flask, request
from sqlalchemy.orm import Session

app = Flask(__name__)


# not executed: it takes a database
@app.post("/orders")
def marked_and_ordered_bad():
    marks.mark(request.json["mark"])
    database.orders.add(request.json["order"])  # error: 4, SIS009, "database.orders"
    database.orders.commit()
    return "ordered"


# not executed: it takes a database
@app.post("/notes")
def another_transaction_bad():
    marks.note(request.json["note"])  # error: 4, SIS009, "database.notes"
    return "noted"


# not executed: it takes a database
@app.post("/own")
def transaction_of_one_request_ok():
    with Session("engine") as own:
        own.add(request.json["order"])
        own.commit()
    return "ordered"
