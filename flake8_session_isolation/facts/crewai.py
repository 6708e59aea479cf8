"""crewAI: a crew writes the inputs of a run into its own agents and tasks, a flow into its state; copies do not.

Source: crewai 1.15.30 (crewai/crew.py:997, 1117-1125, 2224-2249, agents/agent_builder/base_agent.py:772-790).
"""

from flake8_session_isolation.facts import Begins, Conversation, Row

_RUNS = ("kickoff", "kickoff_async", "akickoff", "replay", "train", "test")

ROWS: tuple[Row, ...] = (
    Conversation("crewai.Crew", _RUNS, ("reset_memories",)),
    Conversation("crewai.crew.Crew", _RUNS, ("reset_memories",)),
    Begins(".crew", "crewai.Crew"),
    Conversation("crewai.Flow", ("kickoff", "kickoff_async", "akickoff")),
    Conversation("crewai.flow.*Flow", ("kickoff", "kickoff_async", "akickoff")),
)
