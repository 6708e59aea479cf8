"""dspy: calls that set what the whole process shares, and a history that is handed to a program.

Source: dspy 3.3.1 (dspy/dsp/utils/settings.py:41-48, 118-163; dspy/primitives/module.py:72-78).
"""

from flake8_session_isolation.facts import Conversation, Row, Setter

ROWS: tuple[Row, ...] = (
    Conversation("dspy.History", ("append", "extend"), ("clear",), ("messages",)),
    Setter("dspy.configure", "dspy.settings"),
    Setter("dspy.settings.configure", "dspy.settings"),
)
