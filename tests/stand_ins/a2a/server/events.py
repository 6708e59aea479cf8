"""Stands in for a2a.server.events."""


class EventQueue:
    """Takes one request's events."""
