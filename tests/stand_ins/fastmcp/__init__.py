"""Stands in for fastmcp: decorators give the function back, called or not."""


class Context:
    """What one call brings."""


class FastMCP:
    def __init__(self, name="", lifespan=None, **named):
        self.name = name
        self.kept = []

    def tool(self, function=None, **named):
        return function if callable(function) else lambda each: each

    prompt = tool

    def resource(self, uri, **named):
        return lambda function: function

    def add_tool(self, tool):
        self.kept.append(tool)

    def add_middleware(self, middleware):
        self.kept.append(middleware)

    def run(self, transport="stdio"):
        """Does not listen."""
