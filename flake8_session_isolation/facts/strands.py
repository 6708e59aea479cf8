"""Strands Agents: an agent keeps its messages and gives all of them to the model in the next call.

Source: strands-agents 1.62.0 (strands/agent/agent.py:387, 888-969, 982-1064, 1391, 2085-2092).
"""

from flake8_session_isolation.facts import Conversation, Row

_RUNS = ("__call__", "invoke_async", "stream_async", "structured_output", "structured_output_async")

ROWS: tuple[Row, ...] = (Conversation("strands.Agent", _RUNS, parts=("messages",)),)
