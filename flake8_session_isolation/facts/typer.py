"""Typer: commands of a program, of which a run of the program calls one, once.

Source: typer documentation (Typer.command, Typer.callback).
"""

from flake8_session_isolation.facts import Row, RunsOnce

ROWS: tuple[Row, ...] = (
    RunsOnce("typer.Typer.command"),
    RunsOnce("typer.Typer.callback"),
)
