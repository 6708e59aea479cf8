"""Stands in for discord.app_commands."""


def _decorator(*arguments, **named):
    return lambda function: function


command = context_menu = describe = choices = _decorator


class CommandTree:
    def __init__(self, client):
        self.client = client

    def command(self, **named):
        return _decorator()

    context_menu = command

    def error(self, function):
        return function


class Group:
    def __init__(self, **named):
        self.named = named

    def command(self, **named):
        return _decorator()
