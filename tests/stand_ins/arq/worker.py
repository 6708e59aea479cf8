"""Stands in for arq.worker."""
from arq import func


class Worker:
    def __init__(self, functions=(), **named):
        self.functions = functions
