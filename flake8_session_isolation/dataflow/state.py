"""The abstract state while a function body is interpreted.

`Flow` is what changes from statement to statement, copied at a branch and joined after it.  `Here` is what holds
for a whole block (locks of the `with`s around it, the reads its branch depends on) and is handed down; leaving a block
needs no code.  `Frame` belongs to the whole function, and collects effects.
"""

from __future__ import annotations

from typing import Any, Protocol

from flake8_session_isolation.dataflow.access_paths import Path
from flake8_session_isolation.dataflow.by_place import ByPlace
from flake8_session_isolation.dataflow.effect_sets import EffectSet
from flake8_session_isolation.dataflow.effects import Charge, Effect, Summary
from flake8_session_isolation.dataflow.lock_sets import NO_LOCKS, Held, LockSet, protects
from flake8_session_isolation.dataflow.values import Origin, Read, Value
from flake8_session_isolation.facts import Facts
from flake8_session_isolation.frontend import ir
from flake8_session_isolation.frontend.scopes import Function, Module
from flake8_session_isolation.linking.object_types import Sharing
from flake8_session_isolation.linking.places import Kind, Site

NOTHING: frozenset[Read] = frozenset()
_new = object.__new__


class Summariser(Protocol):
    """Gives the summaries of callees."""

    def of(self, function: Function, tracks_parameters: bool) -> Summary:
        """The summary of `function`, an incomplete one if it cannot be computed; with accesses to its parameters if it
        `tracks_parameters`."""


class Frame:
    """One analysis of one function. `held` are the locks held at each of its `yield`s. `sent` is data given to objects
    that were passed in. `seen` are the places of writes that another task can see, because a pause or the end of the
    function follows. `refusals` are the reads whose tests refuse a second value while the place holds one, `required`
    those whose tests raise an error if it holds none, `sure` are those whose tests ask whether something is there,
    whatever it is, `listed` those for an element to be added if it is missing. `aliases` are the names that are being
    resolved. `stored` is whose data which write put at a place, `lent` what the calls of context managers give."""

    __slots__ = (
        "depth",
        "effects",
        "endings",
        "facts",
        "function",
        "held",
        "invoked",
        "module",
        "charges",
        "pauses",
        "reads",
        "aliases",
        "lent",
        "listed",
        "refusals",
        "required",
        "results",
        "seen",
        "sent",
        "sharing",
        "steps",
        "stored",
        "sure",
        "summaries",
        "tracks_parameters",
        "ways",
        "yielded",
    )

    def __init__(
        self,
        function: Function,
        module: Module,
        facts: Facts,
        sharing: Sharing,
        summaries: Summariser,
        tracks_parameters: bool,
    ) -> None:
        """Before anything is analysed."""
        self.function = function
        self.module = module
        self.facts = facts
        self.sharing = sharing
        self.summaries = summaries
        self.tracks_parameters = tracks_parameters
        self.effects = EffectSet()
        self.reads = EffectSet()
        self.charges: list[Charge] = []
        self.ways: dict[tuple[object, ...], list[list[Effect]]] = {}
        self.results: list[Value] = []
        self.yielded: list[Value] = []
        self.lent: dict[ir.Expression, Value] = {}
        self.sent: list[Value] = []
        self.endings: list[Flow] = []
        self.held: LockSet | None = None
        self.invoked: set[tuple[str, str]] = set()
        self.seen: set[Site] = set()
        self.refusals: set[Read] = set()
        self.sure: set[Read] = set()
        self.listed: set[Read] = set()
        self.required: set[Read] = set()
        self.aliases: set[ir.Expression] = set()
        self.stored: dict[tuple[Path, Site], frozenset[Origin]] = {}
        self.steps = 0
        self.depth = 0
        self.pauses = 0

    def aside(self) -> Frame:
        """A copy in which nothing is recorded for this function."""
        other = Frame(
            self.function, self.module, self.facts, self.sharing, self.summaries, self.tracks_parameters
        )
        other.results = self.results
        other.yielded = self.yielded
        other.lent = self.lent
        other.sent = self.sent
        other.endings = self.endings
        other.held = self.held
        other.invoked = self.invoked
        other.seen = self.seen
        other.stored = self.stored
        other.refusals, other.sure, other.listed = self.refusals, self.sure, self.listed
        other.required = self.required
        other.steps = self.steps
        other.depth = self.depth
        other.pauses = self.pauses
        return other

    def site(self, node: ir.Node) -> Site:
        """The site of `node`; that of a method is its name, whatever line its expression begins on."""
        if type(node) is ir.Attribute and node.name_at is not None:
            return Site(*node.name_at, self.function.name)
        return Site(node.line, node.column, self.function.name)


class Here:
    """What holds for a block of one frame; `exits` collects the states at exits of the enclosing loop.

    `restores` are the places of enclosing `with` items that restore what they changed; `decided_by` is whose data
    decides that the block is reached; `lacking` are those of the reads in `control` that may have found nothing, or
    what is out of date. `waits` says that an enclosing block may pause at its end.
    """

    __slots__ = ("control", "decided_by", "exits", "frame", "lacking", "locks", "loops", "restores", "waits")

    def __init__(
        self,
        frame: Frame,
        locks: LockSet = NO_LOCKS,
        control: frozenset[Read] = NOTHING,
        loops: int = 0,
        exits: list[Flow] | None = None,
        restores: frozenset[tuple[int, int]] = frozenset(),
        decided_by: frozenset[Origin] = frozenset(),
        lacking: frozenset[Read] = NOTHING,
        waits: bool = False,
    ) -> None:
        """In a frame, under nothing but what is given."""
        self.frame = frame
        self.locks = locks
        self.control = control
        self.loops = loops
        self.exits = exits
        self.restores = restores
        self.decided_by = decided_by
        self.lacking = lacking
        self.waits = waits

    def replaced(self, **changes: Any) -> Here:
        """The same but for `changes`."""
        other = Here(self.frame, self.locks, self.control, self.loops, self.exits, self.restores, self.decided_by)
        other.lacking, other.waits = self.lacking, self.waits
        for name, value in changes.items():
            setattr(other, name, value)
        return other

    def under(self, *held: Held) -> Here:
        """The same block inside a lock."""
        return self.replaced(locks=self.locks.union(held)) if held else self

    def upon(
        self, reads: frozenset[Read], origins: frozenset[Origin] = frozenset(), found: frozenset[Read] = NOTHING
    ) -> Here:
        """The same block on a branch that depends on `reads` and on data of these `origins`; the reads in `found` found
        something there."""
        lacking = reads - found if found else reads
        if reads <= self.control and lacking <= self.lacking and origins <= self.decided_by:
            return self
        return self.replaced(
            control=self.control | reads, decided_by=self.decided_by | origins, lacking=self.lacking | lacking
        )


class Flow:
    """What may be true (for `replaced`: must be true) at one point of a body. `lacking` are those of the `guards` that
    may have found nothing, or what is out of date; `shown` are those of the writes in `left` after which others may
    have had a turn. `opened` are tests for zero that decided whether the way here has a pause."""

    __slots__ = (
        "bound",
        "breaks",
        "fresh",
        "grown",
        "guards",
        "held",
        "is_dead",
        "lacking",
        "left",
        "names",
        "opened",
        "pauses",
        "replaced",
        "replacements",
        "sent",
        "shown",
        "spent",
        "stale",
        "unseen",
        "writes",
    )

    def __init__(self, names: dict[str, Value] | None = None, is_dead: bool = False) -> None:
        """At the start of a body, where only parameters are known."""
        self.names: dict[str, Value] = {} if names is None else names
        self.replaced: frozenset[tuple[Path, LockSet]] = frozenset()
        self.fresh: frozenset[Read] = NOTHING
        self.stale: frozenset[Read] = NOTHING
        self.grown: frozenset[Read] = NOTHING
        self.guards: frozenset[Read] = NOTHING
        self.lacking: frozenset[Read] = NOTHING
        self.opened: frozenset[Read] = NOTHING
        self.spent: frozenset[Read] = NOTHING
        self.held: LockSet = NO_LOCKS
        self.bound: frozenset[Path] = frozenset()
        self.unseen: frozenset[tuple[Path, Site]] = frozenset()
        self.left: frozenset[tuple[Path, Site]] = frozenset()
        self.shown: frozenset[tuple[Path, Site]] = frozenset()
        self.sent: frozenset[Read] = NOTHING
        self.writes: ByPlace[Site] = ByPlace()
        self.replacements: ByPlace[LockSet] = ByPlace()
        self.pauses = 0
        self.is_dead = is_dead
        self.breaks = False

    def depend_on(self, reads: frozenset[Read], found: frozenset[Read] = NOTHING) -> None:
        """What follows depends on `reads`; those in `found` found something there."""
        self.guards |= reads
        self.lacking |= reads - found

    def copy(self) -> Flow:
        """An independent state for one branch."""
        other = _new(Flow)
        other.become(self)
        other.names = dict(self.names)
        return other

    def become(self, other: Flow) -> None:
        """Take over the state of `other`, which is not used afterwards."""
        self.names = other.names
        self.replaced = other.replaced
        self.fresh = other.fresh
        self.stale = other.stale
        self.grown = other.grown
        self.guards = other.guards
        self.lacking = other.lacking
        self.opened = other.opened
        self.spent = other.spent
        self.held = other.held
        self.bound = other.bound
        self.unseen = other.unseen
        self.left = other.left
        self.shown = other.shown
        self.sent = other.sent
        self.writes = other.writes
        self.replacements = other.replacements
        self.pauses = other.pauses
        self.is_dead = other.is_dead
        self.breaks = other.breaks

    def join(self, *others: Flow) -> None:
        """Become the union of the states of branches that end here; dead if there is none."""
        alive = [each for each in (self, *others) if not each.is_dead]
        if not alive:
            self.is_dead = True
            return
        first, *rest = alive
        if not rest:
            if first is not self:
                self.become(first)
                self.names = dict(first.names)
            return
        names = dict(first.names)
        for each in rest:
            for name, value in each.names.items():
                known = names.get(name)
                names[name] = value if known is None or known is value else known.joined(value)
        self.names = names
        self.replaced = frozenset.intersection(*(each.replaced for each in alive))
        self.bound = frozenset.intersection(*(each.bound for each in alive))
        self.held = frozenset.intersection(*(each.held for each in alive))
        for part in _OF_ANY_WAY:
            known = getattr(first, part)
            more = [each for state in rest if (each := getattr(state, part)) is not known]
            setattr(self, part, known.union(*more) if more else known)
        self.pauses = max(each.pauses for each in alive)
        self.is_dead = False


_READS = ("fresh", "stale", "grown", "guards", "lacking", "opened", "spent", "sent")
_OF_ANY_WAY = (*_READS, "unseen", "left", "shown")


def pause(here: Here, flow: Flow) -> None:
    """Other tasks may run: reads become stale, and own replacing writes may be overwritten unless a lock is held."""
    flow.pauses += 1
    here.frame.pauses += 1
    flow.stale |= flow.fresh
    flow.fresh = NOTHING
    show(here, flow)
    kept = here.locks | flow.held
    flow.shown |= {each for each in flow.left - flow.shown if not _stays_own(each[0], kept, kept)}
    flow.replaced = frozenset(each for each in flow.replaced if _stays_own(*each, kept))


def after_return(flow: Flow) -> Flow:
    """The state when a generator begins that an object keeps: its caller has returned, and others may have run."""
    later = flow.copy()
    later.replaced = frozenset()
    later.shown |= later.left
    return later


def _stays_own(path: Path, locks: LockSet, kept: LockSet) -> bool:
    """Whether a value that was written under `locks` is still there after a pause: those still held exclude others, or
    each task has its own place."""
    return path.root.kind is Kind.CONTEXT or any(protects(each, path) for each in locks & kept)


def let_go(held: LockSet, flow: Flow) -> None:
    """Locks are released for a while: they no longer cover what was read before."""

    def seen(reads: frozenset[Read]) -> frozenset[Read]:
        return frozenset(each._replace(locks=each.locks - held) for each in reads)

    for part in _READS:
        setattr(flow, part, seen(getattr(flow, part)))
    flow.names = {name: value.replaced(reads=seen(value.reads)) for name, value in flow.names.items()}


def show(here: Here, flow: Flow) -> None:
    """Note that all writes up to here can be seen by others."""
    here.frame.seen.update(site for _, site in flow.unseen)
    flow.unseen = frozenset()
