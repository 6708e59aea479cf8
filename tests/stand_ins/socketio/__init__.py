"""Stands in for python-socketio: decorators give the function back."""
from contextlib import asynccontextmanager


class Server:
    def __init__(self, **named):
        self.handlers = []

    def event(self, function):
        return function

    def on(self, event, handler=None, **named):
        if handler is not None:
            self.handlers.append(handler)
        return lambda function: function

    def register_namespace(self, namespace_handler):
        self.handlers.append(namespace_handler)


class AsyncServer(Server):
    @asynccontextmanager
    async def session(self, sid):
        yield {}


class Namespace:
    def __init__(self, namespace=None):
        self.namespace = namespace


class AsyncNamespace(Namespace):
    pass
