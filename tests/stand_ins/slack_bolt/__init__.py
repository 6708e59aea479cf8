"""Stands in for slack_bolt: decorators give the function back."""


def _decorator(*arguments, **named):
    return lambda function=None, **others: function


class App:
    def __init__(self, **named):
        self.client = _Client()

    def event(self, event, **named):
        return _decorator()

    message = command = action = view = shortcut = event

    def error(self, function):
        return function

    middleware = use = error


class _Client:
    token = None
