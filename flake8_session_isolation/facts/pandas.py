"""pandas: calls that set what the whole process shares.

Source: names only.
"""

from flake8_session_isolation.facts import Row, Setter

ROWS: tuple[Row, ...] = (Setter("pandas.set_option", "pandas.options"),)
