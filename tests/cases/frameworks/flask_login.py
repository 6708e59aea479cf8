"""The user of the request in hand, as Flask-Login gives it."""
from flask import Flask
from flask_login import current_user

app = Flask(__name__)
last = {"name": ""}


# not executed: the library is not there
@app.route("/greet")
def greet_bad():
    before = last["name"]
    last["name"] = current_user.name  # error: 4, SIS001
    return f"after {before}"


# not executed: the library is not there
@app.route("/hello")
def hello_ok():
    name = current_user.name
    return f"hello {name}"
