"""Whoever calls a method of an object that has a list does not read the list; whoever hands out the list does."""
from http.server import BaseHTTPRequestHandler


class Page(BaseHTTPRequestHandler):
    def do_GET(self):
        index = self.server.index
        index.seen.append(self.path)
        index.log(self.path)
        self.wfile.write(b"noted")


# not executed: a handler of requests is made for a connection
def request_that_is_only_noted_ok(handler: Page):
    handler.do_GET()


class Listing(BaseHTTPRequestHandler):
    def do_GET(self):
        index = self.server.listing
        index.seen.append(self.path)  # error: 8, SIS001, "listing"
        index.log(self.path)
        self.wfile.write(" ".join(index.seen).encode())


# not executed: a handler of requests is made for a connection
def requests_that_are_listed_bad(handler: Listing):
    handler.do_GET()
