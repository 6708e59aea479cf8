"""Stands in for aiogram.filters."""


class Command:
    def __init__(self, *commands):
        self.commands = commands


class CommandStart(Command):
    pass


class Filter:
    """Is asked whether a handler is to be called."""
