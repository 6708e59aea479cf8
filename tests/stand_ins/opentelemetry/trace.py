"""A tracer starts a new span with each call. As in OpenTelemetry, no `__init__.py` is beside it: others have parts, too."""


class Span:
    def __init__(self, name):
        self.name = name


class Tracer:
    def start_span(self, name):
        return Span(name)
