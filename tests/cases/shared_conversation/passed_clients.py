"""A helper gets the client from its callers in the file: what it sets there, it sets for all of them."""
import requests
from flask import Flask, request

app = Flask(__name__)
client = requests.Session()


def sign_in(session, user):
    session.headers.update({"User": user})  # error: 4, SIS009, "client.headers"


@app.get("/bills")
def helper_signs_in_for_all_bad():
    sign_in(client, request.headers["User"])
    return {"user": dict(client.headers)["User"]}


def signed_in(session, user):
    session.headers.update({"User": user})
    return session


@app.get("/own")
def helper_signs_in_a_client_of_this_call_ok():
    own = signed_in(requests.Session(), request.headers["User"])
    return {"user": dict(own.headers)["User"]}


def headers_of(session, user):
    return {**session.headers, "User": user}


@app.get("/headers")
def headers_of_one_request_ok():
    return {"user": headers_of(client, request.headers["User"])["User"]}
