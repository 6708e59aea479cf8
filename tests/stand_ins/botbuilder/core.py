"""Stands in for botbuilder.core."""


class ActivityHandler:
    """One instance answers every turn."""


class TurnContext:
    """What one turn brings."""


class MemoryStorage:
    """Keeps what conversations said."""
