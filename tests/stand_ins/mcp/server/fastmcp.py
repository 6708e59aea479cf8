"""Stands in for mcp.server.fastmcp: decorators give the function back."""


class Context:
    """What one call brings."""


class FastMCP:
    def __init__(self, name="", lifespan=None, **named):
        self.name = name
        self.tools = []

    def tool(self, name=None, **named):
        return lambda function: function

    def resource(self, uri, **named):
        return lambda function: function

    prompt = tool

    def add_tool(self, fn, **named):
        self.tools.append(fn)

    def run(self, transport="stdio"):
        """Does not listen."""
