"""Stand-in for Haystack 2, as far as the cases need it: made-up classes."""


class Tracer:
    """A tracer that subclasses complete."""
