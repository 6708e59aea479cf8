"""Proxies that ask a function for the object on each use."""


class LocalProxy:
    def __init__(self, find):
        object.__setattr__(self, "_find", find)

    def __getattr__(self, name):
        return getattr(self._find(), name)

    def __setattr__(self, name, value):
        setattr(self._find(), name, value)
