"""dspy: calls that set what the whole process shares.

Source: names only.
"""

from flake8_session_isolation.facts import Row, Setter

ROWS: tuple[Row, ...] = (
    Setter("dspy.configure", "dspy.configure"),
    Setter("dspy.settings.configure", "dspy.settings.configure"),
)
