"""Kinds of events."""


class NewMessage:
    pass
