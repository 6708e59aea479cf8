"""Effects of a function on places, and the summary that its callers see.

An `Effect` is a read or a write of one path with all that was true at that moment: locks held, whether a pause may have
gone before, whose data is stored, and on which earlier reads the write depends.  Paths, locks and origins are in terms
of the function's own parameters.  A `Summary` keeps the effects on what may outlive the call, what the result is, and
how the state is at its end (which reads are stale by then); it forgets locals and the order of branches.  `translation`
puts all of it into a caller's terms.
"""

from __future__ import annotations

import enum
from collections.abc import Iterator
from typing import Any, NamedTuple, Protocol

from flake8_session_isolation.dataflow.access_paths import Path
from flake8_session_isolation.dataflow.lock_sets import NO_LOCKS, LockSet
from flake8_session_isolation.dataflow.values import UNKNOWN, AnyShape, Origin, Read, Value
from flake8_session_isolation.facts import Action
from flake8_session_isolation.frontend.scopes import Function
from flake8_session_isolation.linking.places import Kind, Site
from flake8_session_isolation.linking.shapes import Constant

_new = object.__new__


class Use(enum.Enum):
    """How the value of a read is used."""

    DATA = "its value is used as data"
    RECEIVER = "one of its methods or attributes is used"
    TEST = "its truth, type or presence is tested"
    COUNT = "its size is compared"
    ENTER = "it is entered or closed"
    LOG = "it is only logged"
    DROPPED = "its value is not used"
    PLACE = "it is not read: only its place matters"


class By(enum.Enum):
    """How a write depends on an earlier read."""

    __hash__ = object.__hash__  # asked for with every effect

    VALUE = "the value was computed from it"
    GUARD = "a branch on it leads here"
    COMPANION = "a branch on what is set together with it leads here"
    FOUND = "the branch that leads here is that where it holds something"
    REFUSAL = "a branch on it refuses a second value if it holds something"
    CHANGED = "the branch that leads here found what is changed here"
    GROWTH = "it is the earlier growth"
    REPLY = "it takes the answer to what was sent there"


class Dependence(NamedTuple):
    """A write depends on an earlier read of the same place; `paused` when others may have had a turn between."""

    read: Read
    paused: bool
    by: By


class Effect:
    """One access to one place; `via` are the functions through which a caller does it, outermost
    first: of several ways the first is kept.

    A write is transient when the same function replaces what it wrote before any other task has its turn; it is again
    when the same way through the function wrote the place before, and on its own where that put an object there; it
    refills what the function has just emptied or put there, where no other task ran since.
    `after` are the writes of the place that may have gone before a read on that way, and `outlasting` are those of them
    after which others may have had a turn; `renewed` are the parts of a
    remembered place that were rewritten on every way to the read.  `called_at` is the call that leads to another
    module, `calls_at` are the calls of `via`.  `decided_by` is whose data decides that a literal is stored.
    `below_alias` are the steps from an object that an alias holds to the place.
    """

    __slots__ = (
        "action",
        "after",
        "below_alias",
        "called_at",
        "calls_at",
        "decided_by",
        "depends",
        "exposed",
        "is_again",
        "is_on_own",
        "is_refill",
        "is_transient",
        "late",
        "locks",
        "outlasting",
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
        """With defaults for everything that is not given."""
        self.path, self.action, self.site = path, action, site
        self.locks = locks
        self.late = late
        self.use = use
        self.exposed = exposed
        self.value = value
        self.depends = depends
        self.via = via
        self.is_transient = is_transient
        self.is_again, self.is_on_own = is_again, is_on_own
        self.is_refill = is_refill
        self.after = after
        self.renewed = renewed
        self.called_at, self.calls_at = called_at, calls_at
        self.outlasting: frozenset[Site] = frozenset()
        self.below_alias: int | None = None
        self.decided_by: frozenset[Origin] = frozenset()

    def __eq__(self, other: object) -> bool:
        """Whether it is the same access, whatever chain of calls leads to it."""
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
            and self.outlasting == other.outlasting
            and self.renewed == other.renewed
            and self.decided_by == other.decided_by
            and self.below_alias == other.below_alias
        )

    def __hash__(self) -> int:
        """From the parts in which effects mostly differ, since they are looked up often."""
        return hash((self.path, self.action, self.site))

    def replaced(self, **changes: Any) -> Effect:
        """The same effect with these changes."""
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
        other.outlasting = self.outlasting
        other.renewed = self.renewed
        other.called_at = self.called_at
        other.calls_at = self.calls_at
        other.decided_by = self.decided_by
        other.below_alias = self.below_alias
        for name, value in changes.items():
            setattr(other, name, value)
        return other

    def along(self, path: Path, callee: str, called_from: Site, called_at: Site | None) -> Effect:
        """A new effect for the caller of a function, at this `path`, by a call of `callee`; not shared yet, so that its
        other parts can be set."""
        moved = self.replaced()
        moved.path = path
        moved.via = (callee, *self.via)
        moved.called_at = called_at
        moved.calls_at = (called_from, *self.calls_at)
        return moved

    @property
    def shown_at(self) -> Site:
        """Its position in the linted file, or that of the call that leads to it."""
        return self.called_at or self.site

    @property
    def is_write(self) -> bool:
        """Whether it changes the place."""
        return self.action not in (Action.READ, Action.ITERATE, Action.HOLD, Action.RECEIVE)

    @property
    def is_left_in_cache(self) -> bool:
        """Whether the function leaves its result in its own cache."""
        is_result = self.path.root.kind is Kind.CACHED and not self.path.steps
        return is_result and self.action is Action.REPLACE

    @property
    def binds_anew(self) -> bool:
        """Whether the place holds another object or none afterwards; the former object is not changed."""
        return self.action in (Action.REPLACE, Action.STORE, Action.DELETE)

    @property
    def fills(self) -> frozenset[Read]:
        """The tests of the place that may have found nothing there, or what is out of date; a flag may be tested either
        way."""
        tests = frozenset(each.read for each in self.depends if each.by is By.GUARD)
        if not tests or literal(self.value):
            return tests
        return tests - {each.read for each in self.depends if each.by is By.FOUND}

    def is_rebound_by(self, write: Effect) -> bool:
        """Whether a write rebinds the place that this effect reaches by an alias; the alias keeps the former object."""
        if self.below_alias is None or not write.binds_anew:
            return False
        return len(write.path.steps) <= len(self.path.steps) - self.below_alias

    @property
    def replaces(self) -> bool:
        """Whether nothing that others left at the place remains."""
        return self.action in (Action.REPLACE, Action.STORE, Action.CLEAR)


class Charge(Protocol):
    """A call whose reads are translated into the caller's terms only when they are asked for."""

    @property
    def summary(self) -> Summary:
        """Of the callee."""

    def charged(self, effect: Effect) -> Iterator[Effect]:
        """One read of the callee in the caller's terms."""


class Summary:
    """What callers know of a function. `effects` are its writes, those of its callees included, and all accesses to its
    parameters. Other reads are kept apart, because few of them are ever asked for: its own in `reads`, those of its
    callees behind `charges`. `cut` names the functions that it reaches but that are too far away to be included. For a
    generator, `result` holds the data of all values, `yielded` is one value, and `sent` holds data given to objects
    that were passed in. While recursive functions are solved, their summaries are `provisional`. Nothing is
    known of a function that `is_too_long`."""

    __slots__ = (
        "charges",
        "cut",
        "effects",
        "fresh",
        "function",
        "grown",
        "held",
        "invoked",
        "is_complete",
        "is_provisional",
        "is_too_long",
        "overwritten",
        "pauses",
        "reads",
        "result",
        "sent",
        "stale",
        "yielded",
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
        reads: tuple[Effect, ...] = (),
        charges: tuple[Charge, ...] = (),
        is_provisional: bool = False,
        yielded: Value = UNKNOWN,
        sent: Value = UNKNOWN,
        is_too_long: bool = False,
    ) -> None:
        """With defaults for everything that is not given."""
        self.is_provisional = is_provisional
        self.is_too_long = is_too_long
        self.yielded, self.sent = yielded, sent
        self.cut = cut
        self.reads = reads
        self.charges = charges
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
            and self.yielded == other.yielded
            and self.sent == other.sent
            and self.pauses is other.pauses
            and frozenset(self.effects) == frozenset(other.effects)
            and frozenset(self.reads) == frozenset(other.reads)
            and len(self.charges) == len(other.charges)
        )

    def replaced(self, **changes: Any) -> Summary:
        """The same but for `changes`."""
        known = {name: getattr(self, name) for name in self.__slots__}
        return Summary(**{**known, **changes})


def literal(value: Value) -> bool:
    """Whether the value is one of some literals, and not computed from them."""
    return bool(value.shapes) and not value.places and all(is_literal(each) for each in value.shapes)


def is_literal(shape: AnyShape) -> bool:
    """Whether a shape is a literal of the source."""
    return isinstance(shape, Constant) and not shape.text.startswith("*")
