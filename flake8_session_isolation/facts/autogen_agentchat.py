"""AutoGen AgentChat: agents and teams keep their messages and are not to be shared by two runs.

Source: autogen-agentchat 0.7.5 (autogen_agentchat/agents/_assistant_agent.py:114-118, 838-918,
teams/_group_chat/_base_group_chat.py:483-485).
"""

from flake8_session_isolation.facts import Conversation, Row

_RUNS = ("run", "run_stream", "on_messages", "on_messages_stream")
_FORGETS = ("reset", "on_reset", "load_state")

ROWS: tuple[Row, ...] = (
    Conversation("autogen_agentchat.agents.*Agent", _RUNS, _FORGETS),
    Conversation("autogen_agentchat.teams.*GroupChat", _RUNS, _FORGETS),
    Conversation("autogen_agentchat.teams.Swarm", _RUNS, _FORGETS),
    Conversation("autogen_agentchat.teams.GraphFlow", _RUNS, _FORGETS),
)
