"""An own method that calls the library's of the same name registers with the library."""
from fastapi import FastAPI


class Server:
    def __init__(self):
        self.app = FastAPI()

    def add_api_route(self, path, handler):
        self.app.add_api_route(path, handler)


class Book:
    def __init__(self):
        self.pages = []

    def add_api_route(self, path, page):
        self.pages.append((path, page))


server, book = Server(), Book()
name = ""
title = ""


# not executed: the other handler shows what is left
def name_is_set_bad(user: str):
    global name
    name = user  # error: 4, SIS001, "name"
    return "ok"


# not executed: it has no parameter
def name_is_asked_ok():
    return name


def title_is_set_ok(user: str):
    global title
    title = user
    return "ok"


server.add_api_route("/set", name_is_set_bad)
server.add_api_route("/get", name_is_asked_ok)
book.add_api_route("/title", title_is_set_ok)
