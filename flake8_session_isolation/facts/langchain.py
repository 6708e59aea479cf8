"""LangGraph (graphs in general and Agent Server): coroutine handlers are tasks of one event loop, plain ones run in
worker threads.

Source: langgraph 1.2.22; Agent Server page docs.langchain.com/langsmith/graph-rebuild
(langgraph/graph/state.py:376).  Memories and chains with memory as they were before langchain 1.0, which are
langchain_classic now (langchain 0.1.20 langchain/memory/__init__.py, chains/base.py:66).
"""

from flake8_session_isolation.facts import (
    Begins,
    Conversation,
    Handler,
    HandlerBase,
    Lifetime,
    Registers,
    Row,
    Serve,
    Served,
    SessionProxy,
    Setter,
)

_SERVED = Served(Serve.TASKS, Serve.THREADS)

_TALKS = (
    *("save_context", "asave_context", "load_memory_variables", "aload_memory_variables", "prep_prompts"),
    *("add_message", "add_messages", "aadd_messages", "add_user_message", "add_ai_message", "append", "extend"),
)
_FORGETS = ("clear", "aclear")
_PARTS = ("chat_memory", "messages", "buffer")
_HANDED = ("memory", "chat_memory", "history", "chat_history")
_RUNS = ("invoke", "ainvoke", "run", "arun", "__call__", "acall", "predict", "apredict", "stream", "astream")
_CHAIN = "langchain.chains.ConversationChain"

ROWS: tuple[Row, ...] = (
    Handler("langchain.tools.tool", _SERVED),
    Registers("langchain.agents.create_agent", _SERVED, position=1, keywords=("tools",)),
    HandlerBase(
        "langchain.agents.middleware.AgentMiddleware",
        ("before_model", "after_model", "wrap_model_call", "wrap_tool_call", "before_agent", "after_agent"),
        _SERVED,
        Lifetime.SINGLETON,
    ),
    Conversation("langchain.*Conversation*Memory", _TALKS, _FORGETS, _PARTS, _HANDED),
    Conversation("langchain.*VectorStoreRetrieverMemory", _TALKS, _FORGETS, _PARTS, _HANDED),
    Conversation("langchain.*CombinedMemory", _TALKS, _FORGETS, _PARTS, _HANDED),
    Conversation("langchain.*ChatMessageHistory", _TALKS, _FORGETS, _PARTS, _HANDED),
    Conversation("langchain.*AsyncIteratorCallbackHandler", ("aiter",), handed_as=("callbacks",)),
    Conversation("langchain.*ConversationChain", _RUNS, handed_as=("chain",)),
    Begins("langchain.*ConversationalRetrievalChain", _CHAIN, ("memory",)),
    Begins("langchain.*ConversationalRetrievalChain.from_llm", _CHAIN, ("memory",)),
    Begins("langchain.*LLMChain", _CHAIN, ("memory",)),
    Begins("langchain.*RetrievalQA.from_chain_type", _CHAIN, ("memory",)),
    Begins("langchain.*load_qa_chain", _CHAIN, ("memory",)),
    Begins("langchain.*initialize_agent", _CHAIN, ("memory",)),
    Begins("langchain.*AgentExecutor", _CHAIN, ("memory",)),
    Begins("langchain.*AgentExecutor.from_agent_and_tools", _CHAIN, ("memory",)),
    SessionProxy("langchain.*StreamlitChatMessageHistory"),
    Begins("langchain.agents.create_agent", "langgraph.graph.state.CompiledStateGraph", ("checkpointer",)),
    Setter("langchain.globals.set_debug", "langchain.globals.get_debug()"),
)
