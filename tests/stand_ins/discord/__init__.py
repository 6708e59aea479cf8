"""Stands in for discord.py: decorators give the function back, what is added is kept."""
from discord import app_commands, ui


class Intents:
    @classmethod
    def default(cls):
        return cls()


class Client:
    def __init__(self, *, intents=None, **named):
        self.views = []

    def event(self, function):
        return function

    def add_view(self, view):
        self.views.append(view)

    def run(self, token):
        """Does not go online."""


class Interaction:
    """What a click or a command brings."""


class Message:
    """What somebody wrote."""
