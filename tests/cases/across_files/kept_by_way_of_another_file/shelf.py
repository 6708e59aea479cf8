"""Keeps things for all; changes nothing itself."""


class Porter:
    def __init__(self):
        self.last = None


porter = Porter()
current = None
box = {}
