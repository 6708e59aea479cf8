"""Stands in for disnake.ext.commands."""
from disnake import Client


def _decorator(*arguments, **named):
    return lambda function: function


command = group = slash_command = _decorator


class Cog:
    @classmethod
    def listener(cls, name=None):
        return lambda function: function


class Bot(Client):
    def __init__(self, command_prefix="", **named):
        super().__init__(**named)
        self.cogs = {}

    def command(self, *arguments, **named):
        return lambda function: function

    group = slash_command = listen = command

    def add_cog(self, cog):
        self.cogs[type(cog).__name__] = cog
