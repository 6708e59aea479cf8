"""What served code does to one shared place: the values that rules ask; they see neither code nor contexts.

A `Visit` is an effect with the function that is charged with it and how that function runs.  A `Meeting` gathers the
visits to one place that outlives a session.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from flake8_session_isolation.dataflow.access_paths import may_meet
from flake8_session_isolation.dataflow.effects import Effect
from flake8_session_isolation.dataflow.lock_sets import same_lock
from flake8_session_isolation.facts import Action
from flake8_session_isolation.finding import Finding, sentence
from flake8_session_isolation.frontend.scopes import Function, Module
from flake8_session_isolation.linking.modules import displayed
from flake8_session_isolation.linking.places import OWN, REMEMBERED, Kind, Root
from flake8_session_isolation.slicing.execution_context import Context, Standing


@dataclass(frozen=True)
class Visit:
    """One effect, charged to `entry` when `module` is linted; `carries` are the session's own data in what is stored.

    What is told elsewhere the file in which it stands reports itself.
    """

    effect: Effect
    module: Module
    entry: Function
    standing: Standing
    writer: Function | None
    carries_session_data: bool = False
    carries_it_unchanged: bool = False
    is_told_elsewhere: bool = False

    @property
    def is_served(self) -> bool:
        """Whether it happens on behalf of sessions."""
        return self.standing.is_served

    @property
    def in_threads(self) -> bool:
        """Whether others may have their turn anywhere."""
        return Context.THREADS in self.standing.contexts

    @property
    def is_serial(self) -> bool:
        """Whether nobody else runs until it is done."""
        return self.standing.contexts <= {Context.SERIAL}

    @property
    def is_transient(self) -> bool:
        """Whether nobody else can see what is written: it is replaced before another task runs."""
        return self.effect.is_transient and not self.in_threads

    @property
    def line(self) -> int:
        """Where it stands, from 1."""
        return self.effect.shown_at.line

    @property
    def column(self) -> int:
        """Where it stands, in bytes from 0."""
        return self.effect.shown_at.column

    @property
    def stands_here(self) -> bool:
        """Whether it stands in the linted file itself."""
        return self.effect.called_at is None

    @property
    def function(self) -> str:
        """The function that is charged with it, by its own name."""
        return self.entry.name.rpartition(".")[2]

    @property
    def doer(self) -> str:
        """The function in which it stands, by its own name."""
        return self.effect.site.function.rpartition(".")[2]

    @property
    def verb(self) -> str:
        """What it does."""
        return self.effect.action.value

    @property
    def place(self) -> str:
        """The dotted name of what is visited, without items: as `sis-shared-on-purpose` takes it."""
        return str(self.effect.path.variable)

    @property
    def through(self) -> str:
        """By way of which helper, for a message."""
        return f" through '{self.effect.via[-1].rpartition('.')[2]}'" if self.effect.via else ""

    def finding(self, code: str, message: str, **names: str) -> Finding:
        """What is said of it where it stands: `message` filled with `names` and with its own words."""
        own = {"function": self.function, "verb": self.verb, "place": self.place}
        shown = {**own, "through": self.through, **names}
        text = sentence(message, code, **{name: displayed(each, self.module) for name, each in shown.items()})
        return Finding(self.line, self.column, code, text)

    @property
    def order(self) -> tuple[int, int, str]:
        """By place in the source."""
        return self.effect.shown_at

    def stands_with(self, other: Visit) -> bool:
        """Whether both stand in one function."""
        return self.effect.site.function == other.effect.site.function

    def excludes(self, other: Visit) -> bool:
        """Whether both hold one lock."""
        return same_lock(self.effect.locks, other.effect.locks)


@dataclass(frozen=True)
class Meeting:
    """All visits to one shared variable and to what is in it."""

    root: Root
    visits: tuple[Visit, ...]
    is_process_wide: bool = False
    is_in_facts: bool = False
    is_declared_shared: bool = False

    @property
    def is_own(self) -> bool:
        """Whether each context, or each thread, has the place for itself."""
        return self.root.kind in OWN

    @property
    def is_module_state(self) -> bool:
        """Whether it is none of the places that have a rule of their own: of classes, objects and functions."""
        return not self.is_own and self.root.kind not in (Kind.CLASS, Kind.OBJECT, *REMEMBERED)

    def writes(self) -> Iterator[Visit]:
        """Visits that change the place, in source order."""
        return (each for each in self.visits if each.effect.is_write)

    def reads(self) -> Iterator[Visit]:
        """Visits that only look, in source order."""
        return (each for each in self.visits if each.effect.action is Action.READ)

    def stays(self) -> Iterator[Visit]:
        """Visits that take a lock in a way that is wrong whatever it is for."""
        return (each for each in self.visits if each.effect.action is Action.HOLD)

    def replies(self) -> Iterator[Visit]:
        """Visits that take what comes in on a connection as the answer to what they sent."""
        return (each for each in self.visits if each.effect.action is Action.RECEIVE)

    def walks(self) -> Iterator[Visit]:
        """Visits that iterate over it while others run."""
        return (each for each in self.visits if each.effect.action is Action.ITERATE)


def one_per_function(visits: Iterable[Visit]) -> Iterator[Visit]:
    """The first visit of each function that does the harm, and the first of those in other files that do not say so
    themselves (one bug, one finding)."""
    seen: set[str] = set()
    for each in sorted(visits, key=lambda visit: (visit.order, bool(visit.effect.via), visit.entry.name)):
        doer = each.effect.site.function if each.effect.called_at is None else "another file"
        if doer not in seen and not each.is_told_elsewhere:
            seen.add(doer)
            yield each


def touches(one: Visit, other: Visit) -> bool:
    """Whether the two are at places that may be the same."""
    return may_meet(one.effect.path, other.effect.path)
