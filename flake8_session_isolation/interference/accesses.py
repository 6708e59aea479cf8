"""Accesses of served code to one shared place: the values that rules judge. Rules see neither code nor contexts.

An `Access` is an effect with the function to which it is attributed and how that function runs.  A `Meeting` holds all
accesses to one place that outlives a session.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from functools import wraps
from typing import NamedTuple, TypeVar

from flake8_session_isolation.dataflow.access_paths import Path, Step, may_meet
from flake8_session_isolation.dataflow.effects import Effect
from flake8_session_isolation.dataflow.lock_sets import lock_names, same_lock
from flake8_session_isolation.facts import Action, ProcessWide
from flake8_session_isolation.finding import Finding, sentence
from flake8_session_isolation.frontend.loop_steps import lines_of_every_step
from flake8_session_isolation.frontend.memoised import memoised
from flake8_session_isolation.frontend.scopes import Function, Module, home
from flake8_session_isolation.interference.attribution import Attribution
from flake8_session_isolation.interference.begun_contexts import Beginning
from flake8_session_isolation.linking.modules import displayed, own_name, short_name
from flake8_session_isolation.linking.places import OWN, REMEMBERED, Kind, Root
from flake8_session_isolation.linking.wrappers import replaces_another
from flake8_session_isolation.slicing.execution_context import Context, Standing


MOST_NAMED = 2
"""Functions that a message names beside the one whose access it reports."""


class Access(NamedTuple):
    """One effect, attributed to the served function `entry` while `module` is linted; `writer` is the function of the
    module that contains it.

    It carries session data if a session's data is part of the stored value, and carries it unchanged if no call was
    made with that data before it was stored. `attribution` tells whether the file that contains it reports it. A read
    is replied if its value is part of the result of `entry`. An access around a handler is made for every request,
    whatever its address; what is stored may be the time of day, or made by a callable that its object was given, or
    dropped when its object ends, or entered and kept open till then. Its function may start a thread. It is decided by
    a session if that session's data decides that a literal is stored. `also_in` are the other functions for which it
    is reported, too. An access beside is one that another file makes to the state of a third, which the linted file
    changes.
    """

    effect: Effect
    module: Module
    entry: Function
    standing: Standing
    writer: Function | None
    carries_session_data: bool = False
    carries_unchanged: bool = False
    attribution: Attribution | None = None
    is_of_a_caller: bool = False
    is_beside: bool = False
    is_replied: bool = False
    is_around: bool = False
    is_time: bool = False
    leaves_thread: bool = False
    is_from_factory: bool = False
    is_dropped_at_the_end: bool = False
    is_kept_open: bool = False
    is_decided_by_session: bool = False
    also_in: tuple[str, ...] = ()

    @property
    def is_reported_elsewhere(self) -> bool:
        """Whether it is reported for the file that contains it."""
        asked = self.attribution
        return self.is_of_a_caller or (asked is not None and asked.is_elsewhere(self.effect))

    @property
    def is_served(self) -> bool:
        """Whether it happens on behalf of sessions."""
        return self.standing.is_served

    @property
    def in_threads(self) -> bool:
        """Whether another session can run between any two of its steps."""
        return Context.THREADS in self.standing.contexts

    @property
    def is_serial(self) -> bool:
        """Whether no other session runs before the function has ended."""
        return self.standing.contexts <= {Context.SERIAL}

    @property
    def is_transient(self) -> bool:
        """Whether no other session can see what is written, because it is replaced before another task runs."""
        return self.effect.is_transient and not self.in_threads

    @property
    def is_by_wrapper(self) -> bool:
        """Whether the function that makes it replaces one that a decorator was given."""
        return replaces_another(self.entry)

    @property
    def is_for_every_element(self) -> bool:
        """Whether a loop makes it for each of the elements, without a choice among them."""
        return self.writer is not None and self.effect.site.line in lines_of_every_step(self.writer)

    @property
    def line(self) -> int:
        """The line at which it is reported, from 1."""
        return self.effect.shown_at.line

    @property
    def column(self) -> int:
        """The column at which it is reported, in bytes from 0."""
        return self.effect.shown_at.column

    @property
    def is_in_this_file(self) -> bool:
        """Whether the linted file itself contains it, and not a function of another file that it calls."""
        return self.effect.called_at is None

    @property
    def is_entered_here(self) -> bool:
        """Whether sessions enter by a function of the linted file."""
        return home(self.entry.scope) is self.module

    @property
    def function(self) -> str:
        """The served function to which it is attributed, by its own name."""
        return own_name(self.entry.name)

    @property
    def inner_function(self) -> str:
        """The function that contains it, by its own name."""
        return self.effect.site.function.rpartition(".")[2]

    @property
    def writer_shown(self) -> str:
        """The function that contains it, for a message: one of another file with its module."""
        return short_name(self.effect.site.function, self.module)

    @property
    def verb(self) -> str:
        """What it does."""
        return self.effect.action.value

    @property
    def place(self) -> str:
        """The dotted name of the place, without items, as `sis-shared-on-purpose` takes it."""
        return str(self.effect.path.variable)

    @property
    def through(self) -> str:
        """The helper through which the served function makes it, for a message."""
        return f" through '{short_name(self.effect.via[-1], self.module)}'" if self.effect.via else ""

    def finding(self, code: str, message: str, **names: str) -> Finding:
        """A finding at it: `message` filled with `names` and with the names of the access."""
        entry = short_name(self.entry.name, self.module)
        own = {"function": entry, "writer": self.writer_shown, "verb": self.verb, "place": self.place}
        shown = {**own, "through": self.through, "also": self._also, **names}
        text = sentence(message, code, **{name: displayed(each, self.module) for name, each in shown.items()})
        return Finding(self.line, self.column, code, text)

    @property
    def _also(self) -> str:
        """The other functions that do the same, for a message; of many the first."""
        names = [f"'{short_name(each, self.module)}'" for each in self.also_in]
        more = f" and {len(names) - MOST_NAMED} more" if len(names) > MOST_NAMED else ""
        return f" (also in {', '.join(names[:MOST_NAMED])}{more})" if names else ""

    @property
    def order(self) -> tuple[int, int, str]:
        """Its position in the source."""
        return self.effect.shown_at

    def is_in_function_of(self, other: Access) -> bool:
        """Whether one function contains both."""
        return self.effect.site.function == other.effect.site.function

    def excludes(self, other: Access) -> bool:
        """Whether both accesses hold one lock."""
        return same_lock(self.effect.locks, other.effect.locks)


class Meeting:
    """All accesses to one shared variable and to what is in it, in source order; never changed after construction. It
    is one of an object if the place is an attribute of a class of which one instance serves all; a class has one
    instance if each call of it gives the same. An object that only attributes of others hold is `held_in` these."""

    def __init__(
        self,
        root: Root,
        accesses: tuple[Access, ...],
        *,
        is_process_wide: bool = False,
        in_facts: ProcessWide | None = None,
        is_declared_shared: bool = False,
        is_module_list: bool = False,
        held_in: frozenset[tuple[str, str]] = frozenset(),
        is_of_one_object: bool = False,
        has_one_instance: bool = False,
        is_namespace: bool = False,
        is_library_object: bool = False,
        beginnings: Callable[[], tuple[Beginning, ...]] = tuple,
    ) -> None:
        """Of a variable that is a module's or a class's own, unless something else is said of it."""
        self.root = root
        self.accesses = accesses
        self.is_process_wide = is_process_wide
        self.in_facts = in_facts
        self.is_declared_shared = is_declared_shared
        self.is_module_list = is_module_list
        self.held_in = held_in
        self.is_of_one_object = is_of_one_object
        self.has_one_instance = has_one_instance
        self.is_namespace = is_namespace
        self.is_library_object = is_library_object
        self._beginnings = beginnings

    @property
    def is_own(self) -> bool:
        """Whether each context, or each thread, has a place of its own."""
        return self.root.kind in OWN

    @property
    def is_module_state(self) -> bool:
        """Whether it is module or process state, and no place of a class, an object or a function."""
        return not self.is_own and self.root.kind not in (Kind.CLASS, Kind.OBJECT, *REMEMBERED)

    @memoised
    def beginnings(self) -> tuple[Beginning, ...]:
        """Where functions set a context variable to a new object whatever it held."""
        return self._beginnings()

    @memoised
    def writes(self) -> tuple[Access, ...]:
        """Accesses that change the place, in source order."""
        return tuple(each for each in self.accesses if each.effect.is_write)

    @memoised
    def reads(self) -> tuple[Access, ...]:
        """Accesses that read the place, in source order."""
        return self._that(Action.READ)

    def writes_in_function_of(self, access: Access) -> Sequence[Access]:
        """The writes that the same function contains, in source order."""
        return self._writes_by_function().get(access.effect.site.function, ())

    def reads_charged_to(self, entry: Function) -> Sequence[Access]:
        """The reads that are attributed to a served function, in source order."""
        return self._reads_by_entry().get(entry, ())

    def misheld_locks(self) -> tuple[Access, ...]:
        """Accesses under a lock that is used in a way which is wrong for any place."""
        return self._that(Action.HOLD)

    def replies(self) -> tuple[Access, ...]:
        """Accesses that receive from a connection a value which the function takes for the reply to its own message."""
        return self._that(Action.RECEIVE)

    def walks(self) -> tuple[Access, ...]:
        """Accesses that iterate over the place across a pause."""
        return self._that(Action.ITERATE)

    def _that(self, action: Action) -> tuple[Access, ...]:
        return tuple(each for each in self.accesses if each.effect.action is action)

    def candidates(self, path: Path) -> Iterable[Access]:
        """Accesses that may concern the same place: all but those whose first step is another fixed one."""
        first = _fixed_step(path)
        if first is None:
            return self.accesses
        by_step = self._by_first_step()
        return (*by_step.get(first, ()), *by_step.get(None, ()))

    @memoised
    def _by_first_step(self) -> Mapping[Step | None, Sequence[Access]]:
        return _grouped(self.accesses, lambda each: _fixed_step(each.effect.path))

    @memoised
    def _writes_by_function(self) -> Mapping[str, Sequence[Access]]:
        return _grouped(self.writes(), lambda each: each.effect.site.function)

    @memoised
    def _reads_by_entry(self) -> Mapping[Function, Sequence[Access]]:
        return _grouped(self.reads(), lambda each: each.entry)


Judged = TypeVar("Judged")
Key = TypeVar("Key", bound=Hashable)


def _grouped(accesses: Iterable[Access], key: Callable[[Access], Key]) -> Mapping[Key, Sequence[Access]]:
    groups: defaultdict[Key, list[Access]] = defaultdict(list)
    for each in accesses:
        groups[key(each)].append(each)
    return groups


def _fixed_step(path: Path) -> Step | None:
    """The first step after the variable, if it is an attribute or a constant key."""
    first = path.steps[0] if path.steps else None
    is_any = first is None or (first.is_item and (first.separates or first.name == "*"))
    return None if first is None or is_any else Step(first.name, first.is_item)


def alike(
    key: Callable[[Access], Hashable],
) -> Callable[[Callable[[Access, Meeting], Judged]], Callable[[Access, Meeting], Judged]]:
    """Memoise a question about an access and its meeting for all accesses with the same key: with many functions that
    read and write one place, its cost would else grow with the square of their number."""

    def once(tell: Callable[[Access, Meeting], Judged]) -> Callable[[Access, Meeting], Judged]:
        @wraps(tell)
        def ask(access: Access, meeting: Meeting) -> Judged:
            known: dict[Hashable, Judged] = meeting.__dict__.setdefault("_alike", {}).setdefault(tell, {})
            at = key(access)
            if at not in known:
                known[at] = tell(access, meeting)
            return known[at]

        return ask

    return once


def by_path(access: Access) -> Hashable:
    """The key by which accesses are alike that concern the same place and both rebind it, or both do not."""
    return access.effect.path, access.effect.binds_anew, access.effect.below_alias


def by_path_and_locks(access: Access) -> Hashable:
    """The key by which accesses are alike that concern the same place under the same locks."""
    return by_path(access), lock_names(access.effect.locks)


def touches(one: Access, other: Access) -> bool:
    """Whether both accesses may concern the same place; an alias means another place after it is rebound."""
    if one.effect.is_rebound_by(other.effect) or other.effect.is_rebound_by(one.effect):
        return False
    return may_meet(one.effect.path, other.effect.path)


@alike(by_path)
def touching(access: Access, meeting: Meeting) -> tuple[Access, ...]:
    """The accesses that may concern the same place."""
    return tuple(each for each in meeting.candidates(access.effect.path) if touches(each, access))


def reads_touching(access: Access, meeting: Meeting) -> Iterator[Access]:
    """The reads that may concern the same place."""
    return (each for each in touching(access, meeting) if each.effect.action is Action.READ)
