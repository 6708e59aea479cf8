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
    """What one of the sessions, `A` or `B`, does at a line, with the locks that it holds there; `why` is what shows
    that the function serves sessions."""

    session: str
    what: str
    line: Line | None = None
    locks: str = ""
    why: str = ""


class Cure(NamedTuple):
    """What to do about it, and the diff of the file where one can be made; `text` is the changed file, `otherwise` is
    what is to be done where the diff does not do."""

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
        """The same with the cure in words alone."""
        return self._replace(cure=Cure(self.cure.otherwise))
