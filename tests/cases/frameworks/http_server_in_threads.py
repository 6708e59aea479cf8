"""http.server and socketserver with a thread for each connection: a count needs a lock, `self.server` is everybody's."""
import socketserver
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import SimpleNamespace

visits = 0


class Counter(BaseHTTPRequestHandler):
    def do_GET(self):
        global visits
        before = visits
        visits = before + 1  # error: 8, SIS003, "visits"


server = SimpleNamespace(said=[])


def serve():
    return ThreadingHTTPServer(("localhost", 0), Counter)


def handler_of(cls, path):
    handler = cls.__new__(cls)
    handler.path = path
    handler.server = server
    return handler


def count_bad(user):
    return handler_of(Counter, user).do_GET()


counted = 0
lock = threading.Lock()


class LockedCounter(BaseHTTPRequestHandler):
    def do_GET(self):
        global counted
        with lock:
            before = counted
            counted = before + 1


def count_under_a_lock_ok(user):
    return handler_of(LockedCounter, user).do_GET()


class OnTheServer(BaseHTTPRequestHandler):
    def do_POST(self):
        self.server.said.append(self.path)  # error: 8, SIS001, "server.said"
        return list(self.server.said)


def kept_on_the_server_bad(user, message):
    return handler_of(OnTheServer, message).do_POST()


total = 0


class Lines(socketserver.StreamRequestHandler):
    def handle(self):
        global total
        before = total
        total = before + 1  # error: 8, SIS003, "total"


class Server(socketserver.ThreadingMixIn, socketserver.TCPServer):
    pass


def lines_bad(user):
    return Lines.__new__(Lines).handle()
