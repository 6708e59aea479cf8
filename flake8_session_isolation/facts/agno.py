"""agno: an agent that gives its history to the model goes on with the session it began first, unless it is given which.

Source: agno 2.9.0 (agno/agent/_session.py:46-61, team/_init.py:661), 1.8.1 (agno/agent/agent.py:114, 728-748).
"""

from flake8_session_isolation.facts import Conversation, Row

_RUNS = ("run", "arun", "print_response", "aprint_response", "get_chat_history")
_SESSION = ("session_id",)
_HISTORY = (
    *("add_history_to_context", "add_history_to_messages", "read_chat_history", "num_history_runs"),
    *("enable_user_memories", "enable_agentic_memory", "enable_session_summaries"),
)

ROWS: tuple[Row, ...] = (
    Conversation("agno.agent.Agent", _RUNS, per_session=_SESSION, given=_HISTORY),
    Conversation("agno.team.Team", _RUNS, per_session=_SESSION, given=_HISTORY),
)
