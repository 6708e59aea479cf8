"""Stands in for disnake.ext."""
