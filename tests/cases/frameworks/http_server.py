"""http.server, one connection after the other: what a handler leaves behind is found, and nobody comes between."""
from http.server import BaseHTTPRequestHandler, HTTPServer

history = []


class Handler(BaseHTTPRequestHandler):
    def do_POST(self):
        history.append(self.path)  # error: 8, SIS001, "history"
        return list(history)


def serve():
    return HTTPServer(("localhost", 0), Handler)


def handler_of(cls, path):
    handler = cls.__new__(cls)
    handler.path = path
    return handler


def left_behind_bad(user, message):
    return handler_of(Handler, message).do_POST()


visits = 0


class Counter(BaseHTTPRequestHandler):
    def do_GET(self):
        global visits
        before = visits
        visits = before + 1


# not executed: here plain functions run in threads, and this server's do so in turn
def one_after_the_other_ok(user):
    return handler_of(Counter, user).do_GET()


class OnTheClass(BaseHTTPRequestHandler):
    said = []

    def do_PUT(self):
        self.said.append(self.path)  # error: 8, SIS002, "OnTheClass.said"
        return list(self.said)


def kept_on_the_class_bad(user, message):
    return handler_of(OnTheClass, message).do_PUT()


class OnTheHandler(BaseHTTPRequestHandler):
    def do_PUT(self):
        self.user = self.path
        return self.user


def kept_on_the_handler_ok(user, message):
    return handler_of(OnTheHandler, message).do_PUT()
