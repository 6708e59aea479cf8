"""Stands in for nextcord.ui."""


def button(**named):
    return lambda function: function


class View:
    def __init__(self, timeout=180):
        self.timeout = timeout


class Button:
    def __init__(self, **named):
        self.label = named.get("label")
