"""Werkzeug: a proxy of the program's own finds another object for each request."""
import threading
import types

from flask import Flask
from werkzeug.local import LocalProxy

app = Flask(__name__)
members = threading.local()


def find_member():
    if not hasattr(members, "found"):
        members.found = types.SimpleNamespace(mail="", choices={})
    return members.found


member = LocalProxy(find_member)
someone = types.SimpleNamespace(mail="", choices={})


@app.post("/choices")
def proxy_of_the_request_ok(user_id, choice):
    chosen = member.choices.get("dish", {})
    chosen[user_id] = choice
    member.choices["dish"] = chosen
    return chosen[user_id]


@app.post("/mail")
def attribute_of_a_proxy_ok(user_id, mail):
    if member.mail != mail:
        member.mail = mail
    return member.mail


@app.post("/someone")
def object_of_the_module_bad(user_id, choice):
    chosen = someone.choices.get("dish", {})
    chosen[user_id] = choice
    someone.choices["dish"] = chosen  # error: 4, SIS001, "someone.choices"
    return " ".join(someone.choices["dish"])
