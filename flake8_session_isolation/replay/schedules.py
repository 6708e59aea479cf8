"""Enumeration of all orders of turns, those with the fewest switches first.

Iterative context bounding, after Musuvathi and Qadeer, "Iterative Context Bounding for Systematic Testing of
Multithreaded Programs" (PLDI 2007), as in CHESS: all schedules in which no session loses its turn while it could go
on, then all in which that happens once, twice, and so on. Each schedule is run once. A session that waits, or has
finished, gives up its turn for nothing. Most races need one or two such switches, so they are found early, and by
a schedule that is as short as possible.

Orders that differ in nothing but the following are taken for one, which is sound for what sessions can do to each
other: the order of two tasks or threads *of one session* among themselves (they take turns as the standard loop
would let them), and the moment at which asyncio's own callbacks run (at once, since running one later can only take
choices away). What two turns touch is not known; so no order is left out on the ground that it touches nothing in
common.
"""

from __future__ import annotations

import collections
import random
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from flake8_session_isolation.replay.choices import Choices


class Bounds(NamedTuple):
    """How far to go.

    `schedules`: runs per setting, beyond the serial ones. `sample`: runs chosen at random where that did not reach.
    `switches`: how often one schedule may take the turn from a session that could go on; None is any number for
    tasks, and two for threads. `turns`: in one run. `seed`: of the lots. `seconds`: real ones, after which a thread
    that does not come back from a step is given up.
    """

    schedules: int = 1000
    sample: int = 100
    switches: int | None = None
    turns: int = 10_000
    seed: int = 0
    seconds: float = 10.0


class Branch(NamedTuple):
    """The beginning of a schedule that was not run yet."""

    turns: tuple[int, ...]
    switches: int


class Frontier:
    """Schedules still to be run, by their number of switches; no more of them than `room` are kept.

    `untried` counts those that are not kept, and `too_far` those with more switches than allowed.
    """

    def __init__(self, switches: int | None, room: int) -> None:
        self._most, self._room = switches, room
        self._levels: dict[int, collections.deque[Branch]] = {0: collections.deque([Branch((), 0)])}
        self._dropped = self.too_far = 0

    def __iter__(self) -> Iterator[Branch]:
        """Take out one after the other; those put in meanwhile come in their order too."""
        while self._levels:
            level = min(self._levels)
            if not self._levels[level]:
                del self._levels[level]
                continue
            yield self._levels[level].popleft()

    def put(self, begun: Branch, choices: Choices) -> None:
        """Add all schedules that differ from a run after the part that it had to follow."""
        switches, turns = begun.switches, choices.taken
        for index in range(len(begun.turns), len(turns)):
            choice = choices.made[index]
            for other in choice.able:
                if other != choice.chosen:
                    self._put(turns, index, other, switches + choice.costs(other))
            switches += choice.costs(choice.chosen)

    def _put(self, turns: Sequence[int], index: int, other: int, switches: int) -> None:
        level = self._levels.setdefault(switches, collections.deque())
        if self._most is not None and switches > self._most:
            self.too_far += 1
        elif len(level) >= self._room:
            self._dropped += 1
        else:
            level.append(Branch((*turns[:index], other), switches))

    @property
    def untried(self) -> int:
        """How many beginnings were not tried."""
        return self._dropped + sum(map(len, self._levels.values()))


class Explored(NamedTuple):
    """How many schedules were run systematically and at random, how many beginnings were not tried, and up to how many
    switches."""

    planned: int
    drawn: int
    untried: int
    switches: int | None

    @property
    def complete(self) -> bool:
        """Whether no order within the bound of switches was left out."""
        return not self.untried

    @property
    def last(self) -> str:
        """How the last schedule was chosen."""
        if self.switches == 0:
            return "one session after the other"
        return f"schedule {self.planned + self.drawn} of those tried, " + (
            "chosen at random" if self.drawn else "the shortest first"
        )

    def __str__(self) -> str:
        bound = "" if self.switches is None else f" of at most {self.switches} switches"
        if self.complete:
            return f"all {self.planned} schedules{bound}"
        return (
            f"{self.planned} schedules{bound}, the shortest first, and {self.drawn} chosen at random; "
            f"at least {self.untried} more exist"
        )


def explore(
    attempt: Callable[[Choices], bool],
    order: Sequence[int],
    bounds: Bounds,
    patience: int,
) -> Explored:
    """Run schedules until one makes `attempt` true, there are no more, or the bound is reached."""
    frontier = Frontier(bounds.switches, bounds.schedules)
    planned = 0
    for branch in frontier:
        choices = Choices(branch.turns, order, patience=patience)
        planned += 1
        if attempt(choices):
            return Explored(planned, 0, frontier.untried, bounds.switches)
        frontier.put(branch, choices)
        if planned >= bounds.schedules:
            break
    if not frontier.untried:
        return Explored(planned, 0, 0, bounds.switches)
    drawn = _draw(attempt, order, bounds, patience)
    return Explored(planned, drawn, frontier.untried, bounds.switches)


def _draw(attempt: Callable[[Choices], bool], order: Sequence[int], bounds: Bounds, patience: int) -> int:
    for number in range(bounds.sample):
        lots = random.Random(f"{bounds.seed}:{number}")
        stay = (0.0, 0.5, 0.9)[number % 3]
        if attempt(Choices((), order, patience=patience, lots=lots, stay=stay)):
            return number + 1
    return bounds.sample
