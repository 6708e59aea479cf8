"""Stands in for a2a.server."""
