"""Stands in for mcp.server.lowlevel: decorators give the function back."""


class Server:
    def __init__(self, name, **hooks):
        self.name = name

    def call_tool(self):
        return lambda function: function

    list_tools = get_prompt = list_prompts = call_tool
