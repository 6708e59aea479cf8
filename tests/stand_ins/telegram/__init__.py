"""Stands in for python-telegram-bot."""


class Update:
    """What somebody did."""
