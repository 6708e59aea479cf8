"""Calls a library; this file alone imports it."""
import http.client


def sign_in(token):
    http.client.token = token


def signature():
    return f"signed by {http.client.token}"


def set_limit():
    http.client.limit = 100
    return f"at most {http.client.limit}"


def own_client(token):
    client = http.client.HTTPConnection("localhost")
    client.token = token
    return client
