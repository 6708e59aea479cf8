"""Stands in for Django Ninja: decorators give the function back."""


def _decorator(self, path, **named):
    return lambda function: function


class NinjaAPI:
    get = post = put = patch = delete = _decorator


class Router:
    get = post = put = patch = delete = _decorator
