"""Stands in for aiogram.types."""


class Message:
    """What somebody wrote."""


class CallbackQuery:
    """What somebody clicked."""
