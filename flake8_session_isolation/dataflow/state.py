"""The state of one function while its body is read.

`Flow` is what changes from statement to statement, copied at a branch and joined after it.  `Here` is what holds
for a whole block (locks of the `with`s around it, the reads its branch hangs on) and is handed down; leaving a block
needs no code.  `Frame` is what stays the same for the whole function, and collects effects.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Protocol

from flake8_session_isolation.dataflow.access_paths import Path, covers, overlap
from flake8_session_isolation.dataflow.effects import By, Charge, Dependence, Effect, Summary, Use, literal
from flake8_session_isolation.dataflow.lock_sets import NO_LOCKS, Held, LockSet, protects
from flake8_session_isolation.dataflow.parameter_defaults import defaults_in
from flake8_session_isolation.dataflow.values import Read, Value
from flake8_session_isolation.facts import Action, Facts, Logger
from flake8_session_isolation.frontend import ir
from flake8_session_isolation.frontend.scopes import Function, Module
from flake8_session_isolation.linking.object_types import Sharing
from flake8_session_isolation.linking.places import Kind, Site
from flake8_session_isolation.linking.shapes import Made, is_signal

NOTHING: frozenset[Read] = frozenset()
_new = object.__new__


class Summariser(Protocol):
    """Gives the summaries of callees."""

    def of(self, function: Function, tracks_parameters: bool) -> Summary:
        """The summary of `function`, an incomplete one where it cannot be had; with what it does on its parameters, if
        it `tracks_parameters`."""


class Frame:
    """One reading of one function; `held` are the locks held at each of its `yield`s.

    `seen` are the places of writes that another task can find: a pause or the end of the function follows.
    """

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
        "results",
        "seen",
        "sharing",
        "steps",
        "summaries",
        "tracks_parameters",
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
        """Of which nothing is read yet."""
        self.function = function
        self.module = module
        self.facts = facts
        self.sharing = sharing
        self.summaries = summaries
        self.tracks_parameters = tracks_parameters
        self.effects: dict[Effect, None] = {}
        self.reads: dict[Effect, None] = {}
        self.charges: list[Charge] = []
        self.results: list[Value] = []
        self.endings: list[Flow] = []
        self.held: LockSet | None = None
        self.invoked: set[tuple[str, str]] = set()
        self.seen: set[Site] = set()
        self.steps = 0
        self.depth = 0
        self.pauses = 0

    def aside(self) -> Frame:
        """The same, to look at something that must leave no effects here."""
        other = Frame(
            self.function, self.module, self.facts, self.sharing, self.summaries, self.tracks_parameters
        )
        other.results = self.results
        other.endings = self.endings
        other.held = self.held
        other.invoked = self.invoked
        other.seen = self.seen
        other.steps = self.steps
        other.depth = self.depth
        other.pauses = self.pauses
        return other

    def site(self, node: ir.Node) -> Site:
        """Where `node` stands; a method is where its name is, pointed at from the start of that line's expression."""
        if type(node) is ir.Attribute and node.name_at is not None:
            return Site(*node.name_at, self.function.name)
        return Site(node.line, node.column, self.function.name)


class Here:
    """What holds for a block of one frame; `exits` collects the states in which the loop around it is left.

    `restores` are the places of `with` items around it that put back what they changed.
    """

    __slots__ = ("control", "exits", "frame", "locks", "loops", "restores")

    def __init__(
        self,
        frame: Frame,
        locks: LockSet = NO_LOCKS,
        control: frozenset[Read] = NOTHING,
        loops: int = 0,
        exits: list[Flow] | None = None,
        restores: frozenset[tuple[int, int]] = frozenset(),
    ) -> None:
        """In a frame, under nothing but what is given."""
        self.frame = frame
        self.locks = locks
        self.control = control
        self.loops = loops
        self.exits = exits
        self.restores = restores

    def replaced(self, **changes: Any) -> Here:
        """The same but for `changes`."""
        other = Here(self.frame, self.locks, self.control, self.loops, self.exits, self.restores)
        for name, value in changes.items():
            setattr(other, name, value)
        return other

    def under(self, *held: Held) -> Here:
        """The same block inside a lock."""
        return self.replaced(locks=self.locks.union(held)) if held else self

    def upon(self, reads: frozenset[Read]) -> Here:
        """The same block on a branch that hangs on `reads`."""
        return self if reads <= self.control else self.replaced(control=self.control | reads)


class Flow:
    """What may (or, for `replaced`, must) be true at one point of a body."""

    __slots__ = (
        "bound",
        "fresh",
        "grown",
        "guards",
        "held",
        "is_dead",
        "left",
        "names",
        "pauses",
        "replaced",
        "sent",
        "spent",
        "stale",
        "unseen",
    )

    def __init__(self, names: dict[str, Value] | None = None, is_dead: bool = False) -> None:
        """At the start of a body, where its parameters are all that is known."""
        self.names: dict[str, Value] = {} if names is None else names
        self.replaced: frozenset[tuple[Path, LockSet]] = frozenset()
        self.fresh: frozenset[Read] = NOTHING
        self.stale: frozenset[Read] = NOTHING
        self.grown: frozenset[Read] = NOTHING
        self.guards: frozenset[Read] = NOTHING
        self.spent: frozenset[Read] = NOTHING
        self.held: LockSet = NO_LOCKS
        self.bound: frozenset[Path] = frozenset()
        self.unseen: frozenset[tuple[Path, Site]] = frozenset()
        self.left: frozenset[tuple[Path, Site]] = frozenset()
        self.sent: frozenset[Read] = NOTHING
        self.pauses = 0
        self.is_dead = is_dead

    def copy(self) -> Flow:
        """An independent state for one branch."""
        other = _new(Flow)
        other.become(self)
        other.names = dict(self.names)
        return other

    def become(self, other: Flow) -> None:
        """Be in the same state as `other`, which is used no more."""
        self.names = other.names
        self.replaced = other.replaced
        self.fresh = other.fresh
        self.stale = other.stale
        self.grown = other.grown
        self.guards = other.guards
        self.spent = other.spent
        self.held = other.held
        self.bound = other.bound
        self.unseen = other.unseen
        self.left = other.left
        self.sent = other.sent
        self.pauses = other.pauses
        self.is_dead = other.is_dead

    def join(self, *others: Flow) -> None:
        """Become what is true after any of the branches that come to an end here; dead if none does."""
        alive = [each for each in (self, *others) if not each.is_dead]
        if not alive:
            self.is_dead = True
            return
        first, *rest = alive
        names = dict(first.names)
        for each in rest:
            for name, value in each.names.items():
                known = names.get(name)
                names[name] = value if known is None or known is value else known.joined(value)
        self.names = names
        self.replaced = frozenset.intersection(*(each.replaced for each in alive))
        self.bound = frozenset.intersection(*(each.bound for each in alive))
        self.held = frozenset.intersection(*(each.held for each in alive))
        for part in ("fresh", "stale", "grown", "guards", "spent", "unseen", "left", "sent"):
            told = getattr(first, part)
            more = [each for state in rest if (each := getattr(state, part)) is not told]
            setattr(self, part, told.union(*more) if more else told)
        self.pauses = max(each.pauses for each in alive)
        self.is_dead = False


def pause(here: Here, flow: Flow) -> None:
    """Others may have their turn: reads become stale, own replacing writes may be overwritten unless a lock is kept."""
    flow.pauses += 1
    here.frame.pauses += 1
    flow.stale |= flow.fresh
    flow.fresh = NOTHING
    show(here, flow)
    kept = here.locks | flow.held
    flow.replaced = frozenset(each for each in flow.replaced if _stays_own(*each, kept))


def _stays_own(path: Path, locks: LockSet, kept: LockSet) -> bool:
    """Whether what was replaced under `locks` is still there after a pause: nobody comes to it past those still held,
    or each task sees its own."""
    return path.root.kind is Kind.CONTEXT or any(protects(each, path) for each in locks & kept)


def let_go(held: LockSet, flow: Flow) -> None:
    """Locks are free for a while: the same stay covers nothing any more of what was read before."""

    def seen(reads: frozenset[Read]) -> frozenset[Read]:
        return frozenset(each._replace(locks=each.locks - held) for each in reads)

    for part in ("fresh", "stale", "grown", "guards", "spent", "sent"):
        setattr(flow, part, seen(getattr(flow, part)))
    flow.names = {name: value.replaced(reads=seen(value.reads)) for name, value in flow.names.items()}


def show(here: Here, flow: Flow) -> None:
    """What was written up to here can be seen by others."""
    here.frame.seen.update(site for _, site in flow.unseen)
    flow.unseen = frozenset()


def read(value: Value, use: Use, node: ir.Node, here: Here, flow: Flow) -> Value:
    """The value with the read of its places noted, as far as they are places."""
    if not value.places or use in (Use.PLACE, Use.DROPPED):
        return value
    locks, site = here.locks | flow.held, here.frame.site(node)
    tokens = {Read(path, site, locks) for path in value.places if _may_change(path, here)}
    if not tokens:
        return value
    for token in tokens:
        if is_tracked(token.path, here):
            note(Effect(token.path, Action.READ, site, locks, use=use, exposed=True), here, flow)
    flow.stale -= tokens
    flow.spent -= tokens
    flow.fresh |= tokens
    return value.replaced(reads=value.reads | tokens)


def is_tracked(path: Path, here: Here) -> bool:
    """Whether anybody asks what is done at a place: of what lies on parameters, only where something shared is given."""
    return here.frame.tracks_parameters or path.root.kind is not Kind.PARAMETER


def _may_change(path: Path, here: Here) -> bool:
    """Whether it is worth knowing who reads a place: what is imported changes only where this module stores into it."""
    if path.root.kind is not Kind.IMPORTED:
        return True
    return bool(path.steps) or path.root.name.rpartition(".")[2] in here.frame.module.stored_attributes


def note(effect: Effect, here: Here, flow: Flow) -> None:
    """Record a read."""
    frame = here.frame
    into = frame.effects if effect.path.root.kind is Kind.PARAMETER else frame.reads
    into.setdefault(as_noted(effect, flow))


def as_noted(effect: Effect, flow: Flow) -> Effect:
    """A read in this state; it is exposed unless an own write replaced the place before, with no pause between."""
    own = _is_own(effect, flow)
    late = effect.late or flow.pauses > 0
    if effect.path.root.kind is Kind.DEFAULT:
        renewed = frozenset(path for path, _ in flow.replaced if covers(effect.path, path))
        effect = effect.replaced(renewed=effect.renewed | renewed)
    after = effect.after.union(site for path, site in flow.left if overlap(path, effect.path))
    exposed = effect.exposed and not own
    if (late, exposed, after) != (effect.late, effect.exposed, effect.after):
        effect = effect.replaced(late=late, exposed=exposed, after=after)
    return effect


def _is_own(effect: Effect, flow: Flow) -> bool:
    """Whether what is at a place is all this function's: it replaced it before, with no pause between."""
    return not effect.late and any(covers(path, effect.path) for path, _ in flow.replaced)


def write(path: Path, action: Action, value: Value, node: ir.Node, here: Here, flow: Flow) -> None:
    """Record a write with all it hangs on, and let it count from here on.

    A context variable that is given its own object back has nothing new: it is updated.  A logger that nobody's data
    went into is the same as the last one.
    """
    if _is_logger(value, here):
        return
    whole = frozenset(each for each in value.places if each.root.kind is Kind.PARAMETER and not each.steps)
    whole |= defaults_in(value if action is Action.STORE else value.replaced(parts=()))
    if path.root.kind is Kind.CONTEXT and action is Action.REPLACE and value.places == {path}:
        whole, action = value.places, Action.UPDATE
    stored = Value(whole, value.origins, shapes=value.shapes, is_new=value.is_new, is_unique=value.is_unique)
    before = frozenset(site for each, site in flow.left if path in whole and overlap(each, path))
    change(Effect(path, action, here.frame.site(node), value=stored, after=before), value.reads, here, flow)


def _is_logger(value: Value, here: Here) -> bool:
    """Whether a value is a logger, and made of nothing that belongs to a session."""
    types = [each.type for each in value.shapes if isinstance(each, Made)]
    are_loggers = all(here.frame.facts.tell(Logger, each) is not None for each in types)
    return bool(types) and len(types) == len(value.shapes) and are_loggers and not value.origins


def change(effect: Effect, reads: Iterable[Read], here: Here, flow: Flow) -> None:
    """Record an own write whose value was computed from `reads`, and let it count from here on."""
    known = depending(effect, reads, here, flow) if is_tracked(effect.path, here) else effect
    take_effect(known, here, flow)


def depending(effect: Effect, reads: Iterable[Read], here: Here, flow: Flow) -> Effect:
    """Record a write, an own one or a callee's, with all it hangs on."""
    depends = set(effect.depends)
    depends.update(_dependences(effect, _without_ways(reads, effect.path), By.VALUE, flow))
    is_refill = effect.action is Action.GROW and _is_own(effect, flow)
    guards = here.control | flow.guards if is_refill else _guards(here, flow)
    depends.update(_dependences(effect, guards, By.GUARD, flow))
    depends.update(_companions(effect, here.control | flow.guards))
    if effect.action is Action.GROW:
        depends.update(_dependences(effect, flow.grown, By.GROWTH, flow))
    locks = effect.locks | here.locks | flow.held
    late, exposed = effect.late or flow.pauses > 0, effect.exposed and not _is_own(effect, flow)
    known = effect.replaced(
        locks=locks,
        late=late,
        exposed=exposed,
        depends=frozenset(depends),
        is_again=effect.is_again or (effect.path in flow.bound and not effect.via),
        is_on_own=effect.is_on_own or any(covers(each, effect.path) for each in flow.bound),
        is_refill=effect.is_refill or is_refill,
    )
    here.frame.effects.setdefault(known)
    return known


def _guards(here: Here, flow: Flow) -> frozenset[Read]:
    """The reads on which this statement hangs and that no write has acted upon yet."""
    return (here.control | flow.guards) - flow.spent


def _without_ways(reads: Iterable[Read], path: Path) -> list[Read]:
    """The reads without those of what lies around `path` that only led to another place in it: `chat["text"]`."""
    every = list(reads)
    elsewhere = [each.path for each in every if not _concerns(each.path, path)]
    return [each for each in every if not _is_way(each.path, path, elsewhere)]


def _is_way(around: Path, path: Path, elsewhere: Iterable[Path]) -> bool:
    depth = len(around.steps)
    return depth < len(path.steps) and any(len(each.steps) > depth and covers(around, each) for each in elsewhere)


def _dependences(effect: Effect, reads: Iterable[Read], by: By, flow: Flow) -> list[Dependence]:
    root = effect.path.root[:3]
    hits = (each for each in reads if each.path.root[:3] == root and _concerns(each.path, effect.path))
    return [Dependence(each, each in flow.stale or (effect.late and each in flow.fresh), by) for each in hits]


def _companions(effect: Effect, guards: Iterable[Read]) -> Iterator[Dependence]:
    """The tests of other variables or attributes of the same owner that lead to a replacement."""
    path, root = effect.path, effect.path.root
    if effect.action is Action.REPLACE and not path.is_keyed:
        for each in guards:
            is_beside = each.path.root[:2] == root[:2] and not each.path.is_keyed and not overlap(each.path, path)
            if is_beside:
                yield Dependence(each, False, By.COMPANION)


def _concerns(seen: Path, written: Path) -> bool:
    """Whether who read one place has seen what is written at the other: an object is not its attributes."""
    further = written.steps[len(seen.steps) : len(seen.steps) + 1]
    return overlap(seen, written) and not (further and not further[0].is_item)


def take_effect(effect: Effect, here: Here, flow: Flow) -> None:
    """What a write changes for the statements after it."""
    acted = frozenset(each for each in _guards(here, flow) if overlap(each.path, effect.path))
    flow.held = frozenset(each for each in flow.held if each.path != effect.path or not each.is_gate)
    if acted and not acted & flow.stale and _is_flag(effect):
        flow.held |= {Held(effect.path, effect.site[:2], effect.site.function, is_gate=True)}
    flow.spent |= acted
    flow.left |= {(effect.path, effect.site)}
    if effect.action in (Action.REPLACE, Action.STORE) and not effect.via:
        flow.bound |= {effect.path}
    if effect.action in (Action.REPLACE, Action.STORE):
        flow.unseen = frozenset(each for each in flow.unseen if not covers(effect.path, each[0])) | {
            (effect.path, effect.site)
        }
    if effect.replaces:
        flow.replaced |= {(effect.path, effect.locks)}
    if effect.action is Action.GROW:
        token = Read(effect.path, effect.site, effect.locks)
        flow.grown |= {token}
        flow.fresh |= {token}
        flow.stale -= {token}


def _is_flag(effect: Effect) -> bool:
    """Whether a write sets a gate: a literal, a placeholder that others wait for, or the element of a set."""
    if effect.action is Action.ADD:
        return True
    if effect.action not in (Action.REPLACE, Action.STORE):
        return False
    return literal(effect.value) or any(isinstance(each, Made) and is_signal(each) for each in effect.value.shapes)
