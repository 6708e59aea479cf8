"""Middleware is given as a class."""


class Middleware:
    def __init__(self, cls, **options):
        self.cls = cls
        self.options = options
