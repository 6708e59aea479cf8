"""Stands in for a2a.server.request_handlers."""


class DefaultRequestHandler:
    def __init__(self, agent_executor, task_store=None, **named):
        self.agent_executor = agent_executor
