"""LangGraph (graphs in general and Agent Server): coroutine handlers are tasks of one event loop, plain ones run in
worker threads.

Source: langgraph 1.2.22; Agent Server page docs.langchain.com/langsmith/graph-rebuild
(langgraph/graph/state.py:376).
"""

from flake8_session_isolation.facts import Begins, Conversation, Handler, Registers, Row, Serve, Served, SessionProxy

_SERVED = Served(Serve.TASKS, Serve.THREADS)
_GRAPH = "langgraph.graph.state.CompiledStateGraph"
_RUNS = (
    *("invoke", "ainvoke", "stream", "astream", "astream_events", "batch", "abatch"),
    *("get_state", "aget_state", "update_state", "aupdate_state", "get_state_history", "aget_state_history"),
)

ROWS: tuple[Row, ...] = (
    Handler("langgraph.func.task", _SERVED),
    Handler("langgraph.func.entrypoint", _SERVED),
    Registers("langgraph.graph.StateGraph.add_node", _SERVED, position=(0, 1), keywords=("node", "action")),
    Registers("langgraph.graph.StateGraph.add_conditional_edges", _SERVED, position=1, keywords=("path",)),
    Registers("langgraph.prebuilt.create_react_agent", _SERVED, position=1, keywords=("tools",)),
    Registers("langgraph.prebuilt.ToolNode", _SERVED, position=0, keywords=("tools",)),
    SessionProxy("langgraph.store"),
    Conversation(_GRAPH, _RUNS, per_session=("thread_id",), insists=True),
    Begins(".compile", _GRAPH, ("checkpointer",)),
    Begins("langgraph.prebuilt.create_react_agent", _GRAPH, ("checkpointer",)),
)
