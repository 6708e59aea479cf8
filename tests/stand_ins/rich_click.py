"""Stands in for rich-click: a command line in colours."""


class RichGroup:
    """Commands of a program."""
