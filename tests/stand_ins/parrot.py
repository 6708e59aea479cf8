"""Stands in for a library of which no facts tell: its objects call back what they are given."""


def _decorator(self, *arguments):
    return lambda function: function


class Hook:
    def __init__(self, secret):
        self.given = []

    add = command = register = task = _decorator

    def add_handler(self, function):
        self.given.append(function)


class Bot:
    def start(self):
        """Does not go online."""

    def handle(self, message):
        return self.on_text(message)
