"""A tracer starts a new span with each call. No `__init__.py` is beside it: the library has other parts, too."""


class Span:
    def __init__(self, name):
        self.name = name


class Tracer:
    def start_span(self, name):
        return Span(name)
