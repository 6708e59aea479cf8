"""Stands in for a library of which no facts are known: clients that are told something, then used."""

import functools
import threading


class Courier:
    """Signs what it sends."""

    def __init__(self, name="courier"):
        self.name = name
        self.signature = name

    def send(self, text):
        return f"{text}, {self.signature}"


class CourierContext:
    """Finds another object for each request."""


class Bag:
    """Packed piece by piece."""

    def __init__(self):
        self._pieces = []

    def reset(self):
        self._pieces = []

    def put(self, piece):
        self._pieces = [*self._pieces, piece]

    def packed(self):
        return ", ".join(self._pieces)


def begin_bag(size):
    """A bag, whatever its size."""
    return Bag()



def asynchronous(function):
    """Calls it as it is."""
    return function


def synchronized(function):
    """Calls it one at a time."""
    lock = threading.Lock()

    @functools.wraps(function)
    def alone(*args, **kwargs):
        with lock:
            return function(*args, **kwargs)

    return alone
