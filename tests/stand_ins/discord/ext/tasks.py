"""Stands in for discord.ext.tasks."""


def loop(**named):
    return lambda function: function
