"""LangGraph (graphs in general and Agent Server): coroutine handlers are tasks of one event loop, plain ones run in
worker threads.

Source: langgraph 1.2.22; Agent Server page docs.langchain.com/langsmith/graph-rebuild (langgraph 1.2.22
langgraph/graph/state.py:376).
"""

from flake8_session_isolation.facts import Handler, HandlerBase, Lifetime, Registers, Row, Serve, Served, Setter

_SERVED = Served(Serve.TASKS, Serve.THREADS)

ROWS: tuple[Row, ...] = (
    Handler("langchain.tools.tool", _SERVED),
    Registers("langchain.agents.create_agent", _SERVED, position=1, keywords=("tools",)),
    HandlerBase(
        "langchain.agents.middleware.AgentMiddleware",
        ("before_model", "after_model", "wrap_model_call", "wrap_tool_call", "before_agent", "after_agent"),
        _SERVED,
        Lifetime.SINGLETON,
    ),
    Setter("langchain.globals.set_debug", "langchain.globals.set_debug"),
)
