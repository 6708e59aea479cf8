"""Stands in for the Microsoft 365 Agents SDK."""
