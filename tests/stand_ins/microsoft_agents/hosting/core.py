"""Stands in for microsoft_agents.hosting.core."""


class TurnState:
    """What is kept of one turn."""


class TurnContext:
    """What one turn brings."""


class MemoryStorage:
    """Keeps what conversations said."""


class AgentApplication:
    def __init__(self, **named):
        self.routes = []

    def activity(self, kind):
        return lambda function: function

    message = conversation_update = activity

    def add_route(self, selector, handler):
        self.routes.append(handler)
