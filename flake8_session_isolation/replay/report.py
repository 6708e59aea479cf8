"""The table of turns in a failure's message."""

from __future__ import annotations

import linecache
from collections.abc import Iterator, Sequence
from pathlib import PurePath
from typing import NamedTuple

from flake8_session_isolation.replay.choices import Schedule
from flake8_session_isolation.replay.outcomes import Got, Outcome, Verdict
from flake8_session_isolation.replay.schedules import Explored
from flake8_session_isolation.replay.sessions import PROGRAM, Session
from flake8_session_isolation.replay.threads import Place

WIDEST = 72
"""Characters of a column."""

LINES_SHOWN = 6
"""Lines of one turn that a table shows: the first and the last ones."""


class Turn(NamedTuple):
    """What a session did in one go: its number, and the lines it ran."""

    session: int
    places: tuple[Place, ...]


class Recorder:
    """Records each turn and each line of a run, in order; consecutive turns of a thread count as one."""

    def __init__(self, in_threads: bool) -> None:
        self._joined = in_threads
        self._turns: list[tuple[int, list[Place]]] = []

    def __call__(self, session: int, place: Place | None) -> None:
        """A turn begins, if there is no place; else a line of it is run."""
        last = self._turns[-1] if self._turns else None
        if place is None and not (self._joined and last and last[0] == session):
            self._turns.append((session, []))
        elif place is not None and self._turns:
            self._turns[-1][1].append(place)

    @property
    def turns(self) -> tuple[Turn, ...]:
        """What was recorded."""
        return tuple(Turn(session, tuple(places)) for session, places in self._turns)


class NotIsolated(AssertionError):
    """Sessions met: the message names the verdict and shows the schedule, turn by turn."""

    def __init__(self, witness: Witness) -> None:
        super().__init__(str(witness))
        self.witness = witness


class Witness(NamedTuple):
    """A schedule under which sessions meet; printed as a table."""

    setting: str
    sessions: tuple[Session, ...]
    verdict: Verdict
    schedule: Schedule
    outcome: Outcome
    turns: tuple[Turn, ...]
    serial: tuple[Outcome, ...]
    explored: Explored

    def __str__(self) -> str:
        again = f"schedule={str(self.schedule)!r}, settings={[self.setting]!r}"
        return "\n".join(
            [
                f"{self.verdict.kind}: {self.verdict.reason}",
                "",
                f"setting: {self.setting}, {len(self.sessions)} sessions; found by {self.explored.last}",
                f"schedule: {self.schedule}   (to run only this one again: {again})",
                "",
                *table(self),
                "",
                *_serially(self),
            ]
        )


def table(witness: Witness) -> list[str]:
    """A line of text for each line run: the turn, and in the column of the session file, line and source text.

    Where a session ends, what it got, and where in that the token of another one is.
    """
    rows = list(_rows(witness))
    width = min(WIDEST, max(len(text) for _, _, text in rows))
    heads = [f"{each.name}: {each.user}" + (f", {each.turn} turn" if each.turn else "") for each in witness.sessions]
    lines = ["turn  " + "  ".join(head.ljust(width) for head in heads)]
    for number, session, text in rows:
        cells = [""] * len(heads)
        cells[max(session, 0)] = text if session != PROGRAM else f"(the program) {text}"
        lines.append(f"{number:>4}  " + "  ".join(cell.ljust(width) for cell in cells))
    return [line.rstrip() for line in lines]


def _rows(witness: Witness) -> Iterator[tuple[str, int, str]]:
    last = {turn.session: number for number, turn in enumerate(witness.turns)}
    for number, turn in enumerate(witness.turns):
        texts = [*_shortened([*map(_source, dict.fromkeys(turn.places))])] or ["goes on"]
        if last[turn.session] == number and turn.session != PROGRAM:
            texts += _end(witness.outcome.got[turn.session])
        for index, text in enumerate(texts):
            yield (str(number + 1) if index == 0 else ""), turn.session, text


def _end(got: Got) -> list[str]:
    return [f"=> {got}", *(f"   ^ the token {each}" for each in got.foreign)]


def _source(place: Place) -> str:
    file, line = place
    text = f"{PurePath(file).name}:{line}  {linecache.getline(file, line).strip()}"
    return text if len(text) <= WIDEST else f"{text[: WIDEST - 1]}…"


def _shortened(texts: Sequence[str]) -> Sequence[str]:
    if len(texts) <= LINES_SHOWN:
        return texts
    half = LINES_SHOWN // 2
    return [*texts[:half], f"… {len(texts) - 2 * half} more lines", *texts[-half:]]


def _serially(witness: Witness) -> Iterator[str]:
    """What the sessions would get one after the other and, if that is the same, what they would leave."""
    yield "one session after the other gives:"
    names = [each.name for each in witness.sessions]
    for got in dict.fromkeys(each.got for each in witness.serial):
        yield "  " + "   ".join(f"{name} {each}" for name, each in zip(names, got))
    left = [dict(each.state) for each in witness.serial if each.got == witness.outcome.got]
    if left and witness.outcome not in witness.serial:
        yield "and the same here, but what is left behind differs:"
        for name, value in witness.outcome.state:
            if value not in (others := [each.get(name) for each in left]):
                yield f"  {name} is {value}"
                yield from (f"  {' ' * len(name)} not {other}" for other in dict.fromkeys(others))
