"""A helper gets the client from its callers in the file: what it sets there, it sets for all of them."""
import requests
from flask import Flask

app = Flask(__name__)
client = requests.Session()


def sign_in(session, user):
    session.headers.update({"User": user})  # error: 4, SIS009, "client.headers"


@app.get("/bills")
def helper_signs_in_for_all_bad(user):
    sign_in(client, user)
    return client.get("/bills")


def signed_in(session, user):
    session.headers.update({"User": user})
    return session


@app.get("/own")
def helper_signs_in_a_client_of_this_call_ok(user):
    own = signed_in(requests.Session(), user)
    return own.get("/bills")
