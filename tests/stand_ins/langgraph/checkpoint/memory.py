"""A saver keeps the messages of each thread."""


class InMemorySaver:
    def __init__(self):
        self.threads = {}


MemorySaver = InMemorySaver
