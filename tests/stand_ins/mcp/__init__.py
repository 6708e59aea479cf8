"""Stands in for the MCP SDK."""
