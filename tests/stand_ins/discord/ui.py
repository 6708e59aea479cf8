"""Stands in for discord.ui."""


def button(**named):
    return lambda function: function


select = button


class View:
    def __init__(self, timeout=180):
        self.timeout = timeout

    def stop(self):
        """Nothing is running."""


class Modal(View):
    def __init_subclass__(cls, **named):
        """Takes a title."""


class Button:
    def __init__(self, **named):
        self.named = named
