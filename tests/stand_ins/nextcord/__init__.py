"""Stands in for nextcord: decorators give the function back, what is added is kept."""
from nextcord import ui


class Client:
    def __init__(self, **named):
        self.views = []

    def event(self, function):
        return function

    def run(self, token):
        """Does not go online."""


def slash_command(**named):
    return lambda function: function


class Interaction:
    """What a click or a command brings."""
