"""Stands in for langgraph.prebuilt."""


def create_react_agent(model, tools=(), **named):
    return model


class ToolNode:
    def __init__(self, tools):
        self.tools = tools
