"""Requests, as far as cases need it: a session answers with the headers and credentials that went with a request."""
from httpx import Client


class Session(Client):
    """Is a client in its own name."""
