"""Handlers are made for each request; the application is one."""
import types


class Application:
    def __init__(self, handlers=(), **settings):
        self.handlers = handlers
        self.settings = settings
        self.waiting = []


class RequestHandler:
    def __init__(self, application, request):
        self.application = application
        self.settings = application.settings
        self.request = types.SimpleNamespace(body=request)

    def get_argument(self, name, default=None):
        return self.request.body
