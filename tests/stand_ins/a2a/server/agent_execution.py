"""Stands in for a2a.server.agent_execution."""


class AgentExecutor:
    """One instance executes for everybody."""


class RequestContext:
    """What one request brings."""
