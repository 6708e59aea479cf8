"""Haystack 1: conversational agents keep a memory of all that they were asked; so do memories that others are made
with. Haystack 2: one tracer hears of all runs.

Source: farm-haystack 1.26 (haystack/agents/conversational.py:45-90, haystack/agents/base.py:210-300,
haystack/agents/memory/conversation_memory.py:12-60); haystack-ai 2.17 (haystack/tracing/tracer.py, enable_tracing).
"""

from flake8_session_isolation.facts import Conversation, HandlerBase, Lifetime, Row, Serve, Served

ROWS: tuple[Row, ...] = (
    HandlerBase("haystack.tracing.Tracer", ("trace",), Served(Serve.TASKS, Serve.THREADS), Lifetime.SINGLETON),
    Conversation("haystack.agents.*ConversationalAgent", ("run",), parts=("memory",)),
    Conversation("haystack.agents.Agent", ("run",), parts=("memory",), given=("memory",)),
    Conversation(
        "haystack.agents.memory.Conversation*Memory", ("save", "load"), ("clear",), ("list",), handed_as=("memory",)
    ),
)
