"""What one function does to places: effects, and the summary that its callers see.

An `Effect` is a read or a write of one path with all that was true at that moment: locks held, whether a pause may have
gone before, whose data is stored, and on which earlier reads the write depends.  Paths, locks and origins are in terms
of the function's own parameters.  A `Summary` keeps the effects on what may outlive the call, what the result is, and
how things stand at its end (which reads are stale by then); it forgets locals and the order of branches.  `Translation`
puts all of it into a caller's terms: arguments for parameters, the caller's locks added, stays in a lock united.
"""

from __future__ import annotations

import enum
from collections.abc import Iterator, Mapping
from functools import reduce
from typing import Any, NamedTuple

from flake8_session_isolation.dataflow.access_paths import CALLED_AT, Path, Step
from flake8_session_isolation.dataflow.lock_sets import NO_LOCKS, Flaw, Held, LockSet
from flake8_session_isolation.dataflow.values import (
    CONTEXT,
    UNKNOWN,
    AnyShape,
    Origin,
    Read,
    Value,
    is_made_for_the_call,
)
from flake8_session_isolation.facts import Action
from flake8_session_isolation.frontend.scopes import Function, outermost
from flake8_session_isolation.linking.places import Kind, Root, Site, is_same_root
from flake8_session_isolation.linking.shapes import Constant

_new = object.__new__

MOST_EFFECTS = 400
"""Effects kept per function; what comes later in a larger one is unknown."""


class Use(enum.Enum):
    """What a read is good for."""

    DATA = "its value goes on"
    RECEIVER = "one of its methods or attributes is used"
    TEST = "its truth, type or presence is tested"
    COUNT = "its size is compared"
    ENTER = "it is entered or closed"
    LOG = "it is only logged"
    DROPPED = "nobody takes it"
    PLACE = "not read at all: only its place is meant"


class By(enum.Enum):
    """How a write hangs on an earlier read."""

    VALUE = "the value was computed from it"
    GUARD = "a branch on it leads here"
    COMPANION = "a branch on what is set together with it leads here"
    GROWTH = "it is the growth before"
    REPLY = "it takes the answer to what was sent there"


class Dependence(NamedTuple):
    """A write hangs on an earlier read of the same place; `paused` when others may have had a turn between."""

    read: Read
    paused: bool
    by: By


class Effect:
    """One access to one place; `via` are the functions through which a caller does it, outermost
    first: of several ways the first is told.

    A write is transient when the same function replaces what it wrote before any other task has its turn; it is again
    when the same way through the function wrote the place before, and on its own where that put an object there; it
    refills what the function has just emptied or put there, where nobody had a turn since.
    `after` are the writes of the place that may have gone before a read on that way; `renewed` are the parts of a
    remembered place that were written anew on every way to the read.  `called_at` is the call that leads to another
    module, `calls_at` are the calls of `via`.
    """

    __slots__ = (
        "action",
        "after",
        "called_at",
        "calls_at",
        "depends",
        "exposed",
        "is_again",
        "is_on_own",
        "is_refill",
        "is_transient",
        "late",
        "locks",
        "path",
        "renewed",
        "site",
        "use",
        "value",
        "via",
    )

    def __init__(
        self,
        path: Path,
        action: Action,
        site: Site,
        locks: LockSet = NO_LOCKS,
        late: bool = False,
        use: Use = Use.DATA,
        exposed: bool = False,
        value: Value = UNKNOWN,
        depends: frozenset[Dependence] = frozenset(),
        via: tuple[str, ...] = (),
        is_transient: bool = False,
        is_again: bool = False,
        is_on_own: bool = False,
        is_refill: bool = False,
        after: frozenset[Site] = frozenset(),
        renewed: frozenset[Path] = frozenset(),
        called_at: Site | None = None,
        calls_at: tuple[Site, ...] = (),
    ) -> None:
        """Of which nothing is known but what is given."""
        self.path = path
        self.action = action
        self.site = site
        self.locks = locks
        self.late = late
        self.use = use
        self.exposed = exposed
        self.value = value
        self.depends = depends
        self.via = via
        self.is_transient = is_transient
        self.is_again = is_again
        self.is_on_own = is_on_own
        self.is_refill = is_refill
        self.after = after
        self.renewed = renewed
        self.called_at = called_at
        self.calls_at = calls_at

    def __eq__(self, other: object) -> bool:
        """Whether it is the same access; on which way a caller has it makes no difference."""
        if self is other:
            return True
        return (
            isinstance(other, Effect)
            and self.site == other.site
            and self.action is other.action
            and self.path == other.path
            and self.locks == other.locks
            and self.late is other.late
            and self.use is other.use
            and self.exposed is other.exposed
            and self.value == other.value
            and self.depends == other.depends
            and self.is_transient is other.is_transient
            and self.is_again is other.is_again
            and self.is_on_own is other.is_on_own
            and self.is_refill is other.is_refill
            and self.after == other.after
            and self.renewed == other.renewed
        )

    def __hash__(self) -> int:
        """Of what mostly tells effects apart; they are looked up all the time."""
        return hash((self.path, self.action, self.site))

    def replaced(self, **changes: Any) -> Effect:
        """The same but for `changes`."""
        other = _new(Effect)
        other.path = self.path
        other.action = self.action
        other.site = self.site
        other.locks = self.locks
        other.late = self.late
        other.use = self.use
        other.exposed = self.exposed
        other.value = self.value
        other.depends = self.depends
        other.via = self.via
        other.is_transient = self.is_transient
        other.is_again = self.is_again
        other.is_on_own = self.is_on_own
        other.is_refill = self.is_refill
        other.after = self.after
        other.renewed = self.renewed
        other.called_at = self.called_at
        other.calls_at = self.calls_at
        for name, value in changes.items():
            setattr(other, name, value)
        return other

    @property
    def shown_at(self) -> Site:
        """Where it is in the linted file: there it stands, or the call that leads to it."""
        return self.called_at or self.site

    @property
    def is_write(self) -> bool:
        """Whether it changes the place."""
        return self.action not in (Action.READ, Action.ITERATE, Action.HOLD, Action.RECEIVE)

    @property
    def is_left_in_cache(self) -> bool:
        """Whether a function leaves its result in a cache, as it does itself and not a caller for it."""
        is_result = self.path.root.kind is Kind.CACHED and not self.path.steps
        return is_result and self.action is Action.REPLACE

    @property
    def replaces(self) -> bool:
        """Whether nothing of what others left at the place is there afterwards."""
        return self.action in (Action.REPLACE, Action.STORE, Action.CLEAR)


class Summary:
    """A function as its callers see it; `cut` names the functions it reaches that are too far to be charged to it."""

    __slots__ = (
        "cut",
        "effects",
        "fresh",
        "function",
        "grown",
        "held",
        "invoked",
        "is_complete",
        "overwritten",
        "pauses",
        "result",
        "stale",
    )

    def __init__(
        self,
        function: Function,
        effects: tuple[Effect, ...] = (),
        result: Value = UNKNOWN,
        pauses: bool = True,
        is_complete: bool = True,
        held: LockSet = NO_LOCKS,
        invoked: frozenset[tuple[str, str]] = frozenset(),
        overwritten: frozenset[Path] = frozenset(),
        fresh: frozenset[Read] = frozenset(),
        stale: frozenset[Read] = frozenset(),
        grown: frozenset[Read] = frozenset(),
        cut: frozenset[str] = frozenset(),
    ) -> None:
        """Of which nothing is known but what is given."""
        self.cut = cut
        self.function = function
        self.effects = effects
        self.result = result
        self.pauses = pauses
        self.is_complete = is_complete
        self.held = held
        self.invoked = invoked
        self.overwritten = overwritten
        self.fresh = fresh
        self.stale = stale
        self.grown = grown

    def says_the_same(self, other: Summary) -> bool:
        """Whether callers see no difference."""
        return (
            self.result == other.result
            and self.pauses is other.pauses
            and len(self.effects) == len(other.effects)
            and frozenset(self.effects) == frozenset(other.effects)
        )

    def replaced(self, **changes: Any) -> Summary:
        """The same but for `changes`."""
        known = {name: getattr(self, name) for name in self.__slots__}
        return Summary(**{**known, **changes})


class Translation:
    """From a callee's terms into its caller's: `arguments` by parameter, `locks` the caller holds at the call's
    `site`; an open call has stars, and may give anything."""

    __slots__ = ("arguments", "callee", "caller", "is_open", "locks", "site")

    def __init__(
        self,
        callee: Function,
        caller: Function,
        arguments: Mapping[str, Value],
        locks: LockSet,
        site: Site,
        is_open: bool = False,
    ) -> None:
        """Of one call of `callee` in `caller`."""
        self.callee = callee
        self.caller = caller
        self.arguments = arguments
        self.locks = locks
        self.site = site
        self.is_open = is_open

    @property
    def is_at_home(self) -> bool:
        """Whether caller and callee stand in one module."""
        return outermost(self.callee.scope) is outermost(self.caller.scope)

    def paths(self, path: Path) -> list[Path]:
        """The caller's places for a callee's place; none for what the caller cannot name."""
        root = path.root
        if root.kind is Kind.ENCLOSED and root.owner == self.caller.name:
            return []
        if root.kind is Kind.DEFAULT and not self.is_left_out(root):
            return []
        is_given = root.kind is Kind.PARAMETER and root.owner == self.callee.name
        if not path.steps and not is_given:
            return [path]
        found = self.arguments.get(root.name, UNKNOWN).places if is_given else (Path(root),)
        steps = [self.step(each) for each in path.steps]
        return [reduce(Path.then, steps, each) for each in found]

    def is_left_out(self, default: Root) -> bool:
        """Whether a default comes into play: the caller gives nothing for its parameter.  That of another module is
        reported there."""
        is_given = default.name in self.arguments or self.is_open
        return self.is_at_home and not (default.owner == self.callee.name and is_given)

    def step(self, step: Step) -> Step:
        """A key that is a parameter becomes what the caller gives for it; one of the callee's own is another at each
        call."""
        given = self.arguments.get(step.parameter) if step.parameter else None
        if given is None:
            return self.elsewhere(step._replace(parameter=None)) if step.separates else step
        if given.constant not in (None, "None"):
            return Step(given.constant, True)
        own = next((each.parameter for each in given.origins if not each.called), None) if given.origins else None
        moved = step._replace(is_unique=given.is_unique, parameter=own if own in self.caller.parameters else None)
        return moved._replace(name=own) if own is not None else self.elsewhere(moved)

    def elsewhere(self, step: Step) -> Step:
        """A key whose spelling means something else here than where the function was called another time."""
        if step.name == "*" or CALLED_AT in step.name:
            return step
        return step._replace(name=f"{step.name}{CALLED_AT}{self.site.line}:{self.site.column}")

    def locked(self, locks: LockSet) -> LockSet:
        """A callee's lock set with the caller's locks added."""
        if not locks:
            return self.locks
        return self.locks.union(moved for held in locks for moved in self.stays(held))

    def stays(self, held: Held) -> Iterator[Held]:
        """A callee's stay in the caller's terms.

        The lock of an object that the caller made for this call is its own; one that the caller cannot name is still a
        lock.
        """
        paths = self.paths(held.path)
        yield from (held._replace(path=path) for path in paths)
        if not paths:
            root = held.path.root
            given = self.arguments.get(root.name, UNKNOWN) if root.kind is Kind.PARAMETER else None
            is_own = held.is_known and (given is None or is_made_for_the_call(given))
            path = held.path._replace(root=Root(Kind.OWN, self.callee.name, root.name))
            yield held._replace(path=path, flaw=Flaw.MADE_ANEW if is_own else held.flaw)

    def reads(self, read: Read) -> list[Read]:
        """A callee's read in the caller's terms."""
        return [Read(path, read.site, self.locked(read.locks)) for path in self.paths(read.path)]

    def every(self, reads: frozenset[Read]) -> frozenset[Read]:
        """All of several reads in the caller's terms."""
        return frozenset(moved for each in reads for moved in self.reads(each))

    def origins(self, origins: frozenset[Origin]) -> frozenset[Origin]:
        """Whose data it is, said in the caller's parameters."""
        found = set()
        for each in origins:
            for given in self.arguments.get(each.parameter, UNKNOWN).origins:
                found.add(Origin(given.parameter, given.called or each.called))
            if "." in each.parameter or each.parameter == CONTEXT.parameter:
                found.add(each)
        return frozenset(found)

    def value(self, value: Value) -> Value:
        """A callee's value in the caller's terms."""
        places = frozenset(moved for each in value.places for moved in self.paths(each))
        shapes = value.shapes
        for root in (each.root for each in value.places if not each.steps and each.root.kind is Kind.PARAMETER):
            if root.owner == self.callee.name:
                shapes = shapes | self.arguments.get(root.name, UNKNOWN).shapes
        reads = self.every(value.reads).union(*(self.arguments[name].reads for name in self.used(value)))
        unique = value.is_unique or any(self.arguments[name].is_unique for name in self.used(value))
        return Value(places, self.origins(value.origins), reads, shapes, value.is_new, is_unique=unique)

    def used(self, value: Value) -> list[str]:
        """The parameters whose arguments' data is in a callee's value."""
        return [each.parameter for each in value.origins if each.parameter in self.arguments]

    def stored(self, value: Value) -> Value:
        """What a callee's write stores: a parameter stored as it came is what the caller gave."""
        direct = [each.parameter for each in value.origins if not each.called]
        given = [self.arguments[each] for each in direct if each in self.arguments]
        shapes = value.shapes
        if not shapes and len(given) == len(value.origins) == 1:
            shapes = given[0].shapes
        places = frozenset(moved for each in value.places for moved in self.paths(each))
        unique = value.is_unique or (len(given) == len(value.origins) == 1 and given[0].is_unique)
        return Value(places, self.origins(value.origins), shapes=shapes, is_new=value.is_new, is_unique=unique)

    def walked(self, effect: Effect) -> Value:
        """What is iterated over: a parameter is what the caller gave."""
        given = self.arguments.get(effect.path.root.name) if not effect.path.steps else None
        return Value(shapes=given.shapes) if given is not None and not effect.value.shapes else effect.value

    def effects(self, effect: Effect) -> Iterator[Effect]:
        """A callee's effect in the caller's terms: once for each place that the argument may be."""
        for path in self.paths(effect.path):
            yield effect.replaced(
                path=path,
                locks=self.locked(effect.locks),
                value=self.walked(effect) if effect.action is Action.ITERATE else self.stored(effect.value),
                depends=frozenset(
                    Dependence(read, each.paused, each.by)
                    for each in effect.depends
                    for read in self.reads(each.read)
                    if is_same_root(read.path.root, path.root) or each.by is By.COMPANION
                ),
                via=(self.callee.name, *effect.via),
                called_at=effect.called_at if self.is_at_home else self.site,
                calls_at=(self.site, *effect.calls_at),
            )


def literal(value: Value) -> bool:
    """Whether the value is one of some literals, not one computed from them."""
    return bool(value.shapes) and not value.places and all(is_literal(each) for each in value.shapes)


def is_literal(shape: AnyShape) -> bool:
    """Whether a shape is a literal as it stands in the source."""
    return isinstance(shape, Constant) and not shape.text.startswith("*")
