"""The story of a finding, as immutable values: the claim, the turns of two sessions, and the cure."""

from __future__ import annotations

from typing import NamedTuple

from flake8_session_isolation.finding import Finding


class Line(NamedTuple):
    """A line of the source: its file, its number from 1, and its text."""

    file: str
    number: int
    text: str

    def __str__(self) -> str:
        """As a table shows it."""
        return f"{self.file}:{self.number}  {self.text}"


class Step(NamedTuple):
    """One action of session `A` or `B` at a line, with the locks that it holds; `why` says why the function serves
    sessions."""

    session: str
    what: str
    line: Line | None = None
    locks: str = ""
    why: str = ""


class Cure(NamedTuple):
    """What to change, and the diff of the file if one can be made; `text` is the changed file, `otherwise` what to do
    if the diff does not fit."""

    what: str
    diff: tuple[str, ...] = ()
    text: str = ""
    otherwise: str = ""


class Story(NamedTuple):
    """The story of one finding."""

    filename: str
    finding: Finding
    claim: str
    steps: tuple[Step, ...]
    cure: Cure

    def without_diff(self) -> Story:
        """The same story with the cure in words alone."""
        return self._replace(cure=Cure(self.cure.otherwise))
