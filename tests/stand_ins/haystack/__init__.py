"""Stands in for Haystack 1."""
