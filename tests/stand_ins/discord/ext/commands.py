"""Stands in for discord.ext.commands."""
from discord import Client, app_commands


def _decorator(*arguments, **named):
    return lambda function: function


command = group = hybrid_command = hybrid_group = is_owner = has_permissions = cooldown = _decorator


class Context:
    """What a command brings."""


class Cog:
    def __init_subclass__(cls, **named):
        """Takes a name."""

    @classmethod
    def listener(cls, name=None):
        return lambda function: function


class GroupCog(Cog):
    pass


class Bot(Client):
    def __init__(self, command_prefix="", *, intents=None, **named):
        super().__init__(intents=intents)
        self.cogs = {}
        self.tree = app_commands.CommandTree(self)

    def command(self, *arguments, **named):
        return lambda function: function

    group = hybrid_command = listen = command

    def check(self, function):
        return function

    def add_listener(self, function, name=None):
        """Keeps nothing."""

    async def add_cog(self, cog):
        self.cogs[type(cog).__name__] = cog

    def get_cog(self, name):
        return self.cogs.get(name)


class AutoShardedBot(Bot):
    pass
