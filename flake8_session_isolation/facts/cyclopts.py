"""Cyclopts: commands of a program, of which a run of the program calls one, once.

Source: cyclopts documentation (App.command, App.default, App.meta).
"""

from flake8_session_isolation.facts import Row, RunsOnce

ROWS: tuple[Row, ...] = (
    RunsOnce("cyclopts.App.command"),
    RunsOnce("cyclopts.App.default"),
    RunsOnce("cyclopts.App.meta.default"),
)
