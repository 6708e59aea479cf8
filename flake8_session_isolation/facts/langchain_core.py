"""langchain_core: calls that set what the whole process shares.

Source: names only.
"""

from flake8_session_isolation.facts import Handler, HandlerBase, Lifetime, Row, Serve, Served, Setter

_SERVED = Served(Serve.TASKS, Serve.THREADS)

ROWS: tuple[Row, ...] = (
    Handler("langchain_core.tools.tool", _SERVED),
    HandlerBase("langchain_core.tools.BaseTool", ("_run", "_arun"), _SERVED, Lifetime.SINGLETON),
    HandlerBase("langchain_core.callbacks.BaseCallbackHandler", ("on_*",), _SERVED, Lifetime.SINGLETON),
    Setter("langchain_core.globals.set_llm_cache", "langchain_core.globals.set_llm_cache"),
)
