"""Stands in for dramatiq: decorators give the function back, called or not."""


def actor(*functions, **named):
    return functions[0] if functions else lambda function: function


class Middleware:
    """One instance is called around every message."""


class GenericActor:
    """Is made once, by its metaclass."""
