"""Stands in for langchain_core.tools: the decorator gives the function back, called or not."""


def tool(*functions, **named):
    return functions[0] if functions and callable(functions[0]) else lambda function: function
