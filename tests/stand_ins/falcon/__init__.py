"""Falcon, as far as cases need it to be imported: one object serves all requests to a route."""


class App:
    def __init__(self, middleware=()):
        self.middleware = middleware

    def add_middleware(self, _middleware):
        """Keeps it."""

    def add_route(self, _path, resource, **_options):
        return resource

    def add_sink(self, sink, _prefix="/"):
        return sink

    def add_error_handler(self, _error, handler=None):
        return handler


def before(_action, *_arguments):
    return lambda function: function
