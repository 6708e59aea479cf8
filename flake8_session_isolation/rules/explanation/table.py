"""A story as text: the claim, a table of turns with a column for each session, and the cure."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from flake8_session_isolation.rules.explanation.story import Step, Story

WIDTH = 50
"""Characters of a column."""


def as_text(story: Story) -> str:
    """The story as the command prints it."""
    line, column, code, text = story.finding
    return "\n".join(
        [
            f"{story.filename}:{line}:{column + 1}: {code} {text}",
            f"The claim: {story.claim}",
            "",
            *table(story.steps),
            "",
            *_cure(story),
        ]
    )


def table(steps: tuple[Step, ...]) -> list[str]:
    """A row for each step: its number, its line, and in the column of the session the source and what is done."""
    places = [f"{each.line.file}:{each.line.number}" if each.line is not None else "" for each in steps]
    width = max(map(len, [*places, "line"]))
    rows = [f"    {'line':{width}}  {'session A':{WIDTH}}  session B"]
    for number, (step, place) in enumerate(zip(steps, places), 1):
        before = "" if step.session == "A" else " " * (WIDTH + 2)
        head = f"{number:>2}  {place:{width}}  "
        for index, text in enumerate(_cell(step)):
            rows.append(f"{head if index == 0 else ' ' * len(head)}{before}{text}")
    return [each.rstrip() for each in rows]


def _cell(step: Step) -> Iterator[str]:
    if step.line is not None:
        yield step.line.text if len(step.line.text) <= WIDTH else f"{step.line.text[: WIDTH - 1]}…"
    held = f" [{step.locks}]" if step.locks else ""
    yield from textwrap.wrap(f"- {step.what}{held}", WIDTH, subsequent_indent="  ")
    if step.why:
        yield from textwrap.wrap(f"  ({step.why})", WIDTH, subsequent_indent="  ")


def _cure(story: Story) -> list[str]:
    return [f"The cure: {story.cure.what}", *(["", *story.cure.diff] if story.cure.diff else [])]
