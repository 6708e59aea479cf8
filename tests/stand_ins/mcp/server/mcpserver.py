"""Stands in for mcp.server.mcpserver."""


class Context:
    """What one call brings."""
