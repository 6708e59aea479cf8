"""AutoGen Core: the messages that an agent is given to look back on.

Source: names only; autogen-agentchat 0.7.5 uses them so.
"""

from flake8_session_isolation.facts import Conversation, Row

_MESSAGES = ("add_message", "get_messages")

ROWS: tuple[Row, ...] = (
    Conversation("autogen_core.model_context.*Context", _MESSAGES, ("clear",), handed_as=("model_context",)),
    Conversation("autogen_core.memory.ListMemory", ("add", "query"), ("clear",), handed_as=("memory",)),
)
