"""Stands in for a library of which no facts tell: its objects call back what they are given."""


def _decorator(self, *arguments):
    return lambda function: function


class Hook:
    def __init__(self, secret, **callbacks):
        self.given = [*callbacks.values()]

    add = command = register = task = _decorator

    def add_handler(self, *given):
        self.given += given


class Line:
    def __init__(self):
        self.given = []

    def on(self, name, callback):
        self.given.append(callback)

    install = subscribe = on


class TextHandler:
    def __init__(self, callback):
        self.callback = callback


def connect(secret):
    return Line()


class Bot:
    def start(self):
        """Does not go online."""

    def handle(self, message):
        return self.on_text(message)
