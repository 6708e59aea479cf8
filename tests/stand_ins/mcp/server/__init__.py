"""Stands in for mcp.server."""
from mcp.server.lowlevel import Server


class MCPServer:
    def __init__(self, name="", lifespan=None):
        self.name = name
        self.tools = []

    def tool(self, **named):
        return lambda function: function

    prompt = tool

    def add_tool(self, fn, **named):
        self.tools.append(fn)
