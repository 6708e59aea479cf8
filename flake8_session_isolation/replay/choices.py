"""Which session runs next: choices along a schedule, recorded so that other schedules can branch off."""

from __future__ import annotations

import itertools
import random
import re
from collections.abc import Sequence
from typing import NamedTuple

from flake8_session_isolation.replay.sessions import PROGRAM, letter


class Schedule(tuple[int, ...]):
    """The numbers of the sessions in the order of their turns; printed as `A2 B A`."""

    def __str__(self) -> str:
        runs = ((letter(number), len(list(turns))) for number, turns in itertools.groupby(self))
        return " ".join(name if count == 1 else f"{name}{count}" for name, count in runs)

    @classmethod
    def parse(cls, text: str) -> Schedule:
        """The schedule that prints as the text; ValueError if there is none."""
        turns: list[int] = []
        for piece in text.split():
            found = re.fullmatch(r"([A-Z-])(\d*)", piece)
            if not found:
                raise ValueError(f"schedule {text!r}: {piece!r} is not a letter and a number of turns, such as A2")
            number = PROGRAM if found[1] == "-" else ord(found[1]) - ord("A")
            turns += [number] * int(found[2] or 1)
        return cls(turns)


class Choice(NamedTuple):
    """One decision of a schedule: which session runs, which ones could, and whether it is `kept` by the session that
    ran before."""

    chosen: int
    able: tuple[int, ...]
    kept: int | None

    def costs(self, other: int) -> int:
        """1 if giving this turn to `other` takes it from a session that could have gone on; else 0."""
        return int(self.kept is not None and other != self.kept)


class Choices:
    """Follows a schedule; behind its end stays with a session until that stops, or draws lots.

    `order` says who begins and who is next where none had the turn before. A session that comes back to one
    place for the `patience`-th time while others could go on is held to wait for them: the turn passes on,
    and costs nothing.
    """

    def __init__(
        self,
        schedule: Sequence[int] = (),
        order: Sequence[int] = (),
        *,
        patience: int = 8,
        lots: random.Random | None = None,
        stay: float = 0.0,
    ) -> None:
        self.schedule, self.order, self.patience = schedule, order, patience
        self.lots, self.stay = lots, stay
        self.made: list[Choice] = []
        self.strayed = False
        self._visits: dict[object, int] = {}

    def next(self, able: Sequence[int], place: object = None) -> int:
        """Whose turn it is, of those who are able to take it; `place` is where the last one would go on."""
        last = self.made[-1].chosen if self.made else None
        kept = last if last in able and not self._tired(place, len(able)) else None
        choice = Choice(self._pick(able, kept), tuple(able), kept)
        self.made.append(choice)
        if choice.chosen != last:
            self._visits.clear()
        return choice.chosen

    def _pick(self, able: Sequence[int], kept: int | None) -> int:
        if len(self.made) < len(self.schedule):
            wanted = self.schedule[len(self.made)]
            self.strayed |= wanted not in able
            return wanted if wanted in able else able[0]
        if self.lots and not (kept is not None and self.lots.random() < self.stay):
            return self.lots.choice(list(able))
        return kept if kept is not None else self._following(able)

    def _following(self, able: Sequence[int]) -> int:
        """The next one in the order, behind the session that had the turn before."""
        ranks = {number: rank for rank, number in enumerate(self.order)}
        last = ranks.get(self.made[-1].chosen, -1) if self.made else -1
        return min(able, key=lambda number: (ranks.get(number, len(ranks)) <= last, ranks.get(number, len(ranks))))

    def _tired(self, place: object, able: int) -> bool:
        if place is None or able < 2:
            return False
        self._visits[place] = self._visits.get(place, 0) + 1
        return self._visits[place] >= self.patience

    @property
    def taken(self) -> Schedule:
        """The schedule that was followed."""
        return Schedule(choice.chosen for choice in self.made)
