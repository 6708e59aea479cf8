"""Semantic Kernel: histories and threads hold a conversation; kernels and chat agents hold none.

Source: semantic-kernel 1.45.0 (semantic_kernel/agents/chat_completion/chat_completion_agent.py:51, 276-303,
contents/chat_history.py:69-188).
"""

from flake8_session_isolation.facts import Conversation, Row

_ADDS = (
    *("add_message", "add_user_message", "add_assistant_message", "add_system_message", "add_tool_message"),
    *("append", "extend", "get_messages"),
)
_HANDED = ("chat_history", "history")

ROWS: tuple[Row, ...] = (
    Conversation("semantic_kernel.contents.*ChatHistory", _ADDS, ("clear",), ("messages",), _HANDED),
    Conversation("semantic_kernel.contents.*Reducer", _ADDS, ("clear",), ("messages",), _HANDED),
    Conversation("semantic_kernel.agents.*Thread", _ADDS, ("delete",), handed_as=("thread",)),
)
