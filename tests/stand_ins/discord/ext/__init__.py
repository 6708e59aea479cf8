"""Stands in for discord.ext."""
