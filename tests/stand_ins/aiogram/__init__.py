"""Stands in for aiogram: observers give the function back, or keep it."""
from aiogram import types


class _Observer:
    def __init__(self):
        self.callbacks = []

    def __call__(self, *filters, **named):
        return lambda function: function

    def register(self, callback, *filters, **named):
        self.callbacks.append(callback)

    def middleware(self, middleware):
        self.callbacks.append(middleware)

    outer_middleware = middleware


class Router:
    def __init__(self, **named):
        self.message = _Observer()
        self.callback_query = _Observer()
        self.inline_query = _Observer()
        self.errors = _Observer()
        self.startup = _Observer()
        self.shutdown = _Observer()

    def include_router(self, router):
        return router


class Dispatcher(Router):
    """Takes updates itself, and hands on what it is given."""

    def __init__(self, **named):
        super().__init__()
        self.given = named

    def __setitem__(self, name, value):
        self.given[name] = value

    def get(self, name):
        return self.given.get(name)


class BaseMiddleware:
    """Is called around each handler."""


class _Magic:
    def __getattr__(self, name):
        return self


F = _Magic()
