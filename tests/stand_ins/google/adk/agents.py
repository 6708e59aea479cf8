"""Stands in for google.adk.agents."""


class BaseAgent:
    """One instance answers everybody."""


class LlmAgent(BaseAgent):
    def __init__(self, name="", tools=(), **named):
        self.name, self.tools = name, tools


Agent = LlmAgent
