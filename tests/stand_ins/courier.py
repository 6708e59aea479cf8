"""Stands in for a library of which no facts are known: clients that are told something, then used."""


class Courier:
    """Signs what it sends."""

    def __init__(self, name="courier"):
        self.name = name
        self.signature = name

    def send(self, text):
        return f"{text}, {self.signature}"


class CourierContext:
    """Finds another object for each request."""
