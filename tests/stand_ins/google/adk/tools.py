"""Stands in for google.adk.tools."""


class ToolContext:
    """What one call of a tool brings."""


class BaseTool:
    """One instance is called for everybody."""


class FunctionTool(BaseTool):
    def __init__(self, func):
        self.func = func
