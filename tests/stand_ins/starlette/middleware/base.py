"""The base class of middleware: one object for all requests."""


class BaseHTTPMiddleware:
    def __init__(self, app):
        self.app = app
