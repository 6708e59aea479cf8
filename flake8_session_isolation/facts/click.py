"""Click: commands of a program, of which a run of the program calls one, once.

Source: click documentation (command, group, Group.command).
"""

from flake8_session_isolation.facts import Row, RunsOnce

ROWS: tuple[Row, ...] = (
    RunsOnce("click.command"),
    RunsOnce("click.group"),
    RunsOnce("click.Group.command"),
    RunsOnce("click.Group.group"),
)
