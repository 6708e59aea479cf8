"""phidata, which is agno now: an agent that gives its history to the model keeps one session.

Source: phidata 2.7.10 (phi/agent/__init__.py, phi/assistant/__init__.py).
"""

from flake8_session_isolation.facts import Conversation, Row

_RUNS = ("run", "arun", "print_response", "aprint_response")
_HISTORY = (
    *("add_history_to_messages", "add_chat_history_to_messages", "read_chat_history"),
    "add_chat_history_to_prompt",
)

ROWS: tuple[Row, ...] = (
    Conversation("phi.agent.Agent", _RUNS, per_session=("session_id",), given=_HISTORY),
    Conversation("phi.assistant.Assistant", _RUNS, per_session=("run_id", "user_id"), given=_HISTORY),
)
