"""Stands in for nextcord.ext."""
