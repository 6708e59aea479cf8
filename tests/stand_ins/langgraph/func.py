"""Stands in for langgraph.func: decorators give the function back, called or not."""


def task(*functions, **named):
    return functions[0] if functions else lambda function: function


entrypoint = task
