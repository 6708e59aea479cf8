"""Stands in for microsoft_agents.hosting."""
