"""Stands in for fastmcp.server.middleware."""


class Middleware:
    """One instance is called around every message."""
