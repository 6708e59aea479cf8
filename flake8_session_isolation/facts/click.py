"""Click: commands of a program, of which a run of the program calls one, once.

Source: click documentation (command, group, Group.command).
"""

from flake8_session_isolation.facts import Replaces, Row, RunsOnce

ROWS: tuple[Row, ...] = (
    RunsOnce("click.command"),
    RunsOnce("click.group"),
    RunsOnce("click.Group.command"),
    RunsOnce("click.Group.group"),
    Replaces("click.group", "click.Group"),
    Replaces("click.Group.group", "click.Group"),
)
