"""Langfuse: a callback handler remembers the trace of its last run, of any session.

Source: langfuse 5.0.4 (langfuse/langchain/CallbackHandler.py:119-167, 613, 1225); langfuse 2.60.3
(langfuse/callback/langchain.py:331-374, langfuse/utils/base_callback_handler.py:123-136).
"""

from flake8_session_isolation.facts import Conversation, Row

ROWS: tuple[Row, ...] = (
    Conversation("langfuse.langchain.CallbackHandler", answers=("last_trace_id",)),
    Conversation("langfuse.callback.CallbackHandler", answers=("trace", "get_trace_id", "get_trace_url")),
)
