"""Stands in for the Bot Framework SDK."""
