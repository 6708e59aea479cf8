"""Handlers are made for each connection."""
from tornado.web import RequestHandler


class WebSocketHandler(RequestHandler):
    pass
