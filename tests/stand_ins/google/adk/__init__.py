"""Stands in for google.adk."""
