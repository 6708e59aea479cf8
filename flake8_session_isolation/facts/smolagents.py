"""smolagents: an agent keeps its steps, its state and its interpreter, of which a run empties the steps alone.

Source: smolagents 1.26.0 (src/smolagents/agents.py:331-343, 436-491).
"""

from flake8_session_isolation.facts import Conversation, Row

_RUNS = ("run", "__call__")

ROWS: tuple[Row, ...] = (
    Conversation("smolagents.CodeAgent", _RUNS),
    Conversation("smolagents.ToolCallingAgent", _RUNS),
    Conversation("smolagents.MultiStepAgent", _RUNS),
)
