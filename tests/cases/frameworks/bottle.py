"""Bottle: views run in threads, and `request` is each one's own."""
from bottle import Bottle, get, hook, request, route

app = Bottle()
history = []


@route("/chat", method="POST")
def view_bad(user, message):
    history.append(message)  # error: 4, SIS001, "history"
    return list(history)


visits = 0


@app.get("/visits")
def view_counts_bad(user):
    global visits
    before = visits
    visits = before + 1  # error: 4, SIS003, "visits"
    return user


given = []


def given_as_a_callback_bad(user, message):
    given.append(message)  # error: 4, SIS001, "given"
    return list(given)


app.route("/given", "POST", given_as_a_callback_bad)
current_user = None


# not executed: it takes what Bottle makes for each request
@hook("before_request")
def each_request_bad():
    global current_user
    current_user = request.forms["user"]  # error: 4, SIS001, "current_user"


@app.post("/own")
def kept_by_the_user_ok(user, message):
    said = [message]
    return said


@get("/me")
def me():
    return current_user
