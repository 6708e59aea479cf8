"""Stands in for click: decorators give the function back."""


def command():
    return lambda function: function


def group():
    return lambda function: function
