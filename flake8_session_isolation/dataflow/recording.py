"""Recording of accesses during interpretation: each with the state in which it happens; a write also changes that
state."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from flake8_session_isolation.dataflow.access_paths import Path, covers, overlap
from flake8_session_isolation.dataflow.effects import By, Dependence, Effect, Use, literal
from flake8_session_isolation.dataflow.lock_sets import Held
from flake8_session_isolation.dataflow.parameter_defaults import defaults_in
from flake8_session_isolation.dataflow.state import Flow, Here
from flake8_session_isolation.dataflow.values import Origin, Read, Value
from flake8_session_isolation.facts import Action, Logger
from flake8_session_isolation.frontend import ir
from flake8_session_isolation.frontend.sets import in_order
from flake8_session_isolation.frontend.walking import start_of
from flake8_session_isolation.linking.places import Kind, Site
from flake8_session_isolation.linking.shapes import Constant, Made, is_signal

NONE: frozenset[Site] = frozenset()
MOST_GROWTH = 12
"""Times that one place has grown that are kept apart; the first ones are seen by a pause as well as the later ones."""


def read(value: Value, use: Use, node: ir.Node, here: Here, flow: Flow) -> Value:
    """The value, after its places are recorded as read."""
    if not value.places or use in (Use.PLACE, Use.DROPPED):
        return value
    locks, site = here.locks | flow.held, here.frame.site(node)
    held = {each.path for each in value.reads}
    paths = [path for path in in_order(value.places) if is_tracked(path, here) and _may_change(path, here)]
    if not paths:
        return value
    aliases = _aliases(node, flow)
    for path in paths:
        effect = Effect(path, Action.READ, site, locks, use=use, exposed=True)
        effect.below_alias = _below_alias(path, aliases) if aliases else None
        note(effect, here, flow)
    tokens = frozenset(Read(path, site, locks, path in held) for path in paths)
    flow.stale -= tokens
    flow.spent -= tokens
    flow.fresh |= tokens
    own = _stored_before(tokens, here, flow) if here.frame.stored and flow.left else value.origins
    return value.replaced(reads=value.reads | tokens, origins=value.origins | own)


def _aliases(node: ir.Node, flow: Flow) -> tuple[Path, ...]:
    """The places whose objects the local variable holds with which a chain of attributes and items begins."""
    if not isinstance(node, (ir.Attribute, ir.Subscript)):
        return ()
    first = start_of(node)
    known = flow.names.get(first.id) if isinstance(first, ir.Name) else None
    return tuple(each for each in known.places if each.steps or each.root.kind is not Kind.PARAMETER) if known else ()


def _below_alias(path: Path, aliases: Iterable[Path]) -> int | None:
    """The steps that lead from an object that a variable holds to a place; None where none leads there."""
    steps = [len(path.steps) - len(each.steps) for each in aliases if covers(each, path)]
    return max(steps) or None if steps else None


def _stored_before(tokens: Iterable[Read], here: Here, flow: Flow) -> frozenset[Origin]:
    """Whose data this function has put at places that it reads now: what is made of it is that session's, too."""
    stored = here.frame.stored
    near = ((each, token.path) for token in tokens for each in _left_near(token.path, flow) if each in stored)
    return frozenset(origin for each, path in near if overlap(each[0], path) for origin in stored[each])


def is_tracked(path: Path, here: Here) -> bool:
    """Whether accesses to a place are recorded; those to parameters only if something shared is passed."""
    return here.frame.tracks_parameters or path.root.kind is not Kind.PARAMETER


def _may_change(path: Path, here: Here) -> bool:
    """Whether reads of a place are recorded; an imported place changes only if this module writes it."""
    if path.root.kind is not Kind.IMPORTED:
        return True
    return bool(path.steps) or path.root.name.rpartition(".")[2] in here.frame.module.stored_attributes


def note(effect: Effect, here: Here, flow: Flow) -> None:
    """Record a read."""
    frame = here.frame
    into = frame.effects if effect.path.root.kind is Kind.PARAMETER else frame.reads
    into.add(as_noted(effect, flow))


def as_noted(effect: Effect, flow: Flow) -> Effect:
    """A read in the current state; it is exposed unless the function replaced the place before, without a pause
    between."""
    own = _is_own(effect, flow)
    late = effect.late or flow.pauses > 0
    if effect.path.root.kind is Kind.DEFAULT:
        renewed = frozenset(path for path, _ in flow.replaced if covers(effect.path, path))
        effect = effect.replaced(renewed=effect.renewed | renewed)
    before = frozenset(each for each in _left_near(effect.path, flow) if overlap(each[0], effect.path))
    after, outlasting = effect.after, effect.outlasting
    if before:
        after = after.union(site for _, site in before)
        outlasting = outlasting.union(site for _, site in (before if effect.late else before & flow.shown))
    exposed = effect.exposed and not own
    if (late, exposed, after, outlasting) != (effect.late, effect.exposed, effect.after, effect.outlasting):
        effect = effect.replaced(late=late, exposed=exposed, after=after, outlasting=outlasting)
    return effect


def _is_own(effect: Effect, flow: Flow) -> bool:
    """Whether the place holds only what this function stored: it replaced it before, without a pause between."""
    if effect.late or not flow.replaced:
        return False
    near = flow.replaced.intersection(flow.replacements.near(effect.path))
    return any(covers(path, effect.path) for path, _ in near)


def _left_near(path: Path, flow: Flow) -> Iterable[tuple[Path, Site]]:
    """What was written before at places near one."""
    return flow.left.intersection(flow.writes.near(path)) if flow.left else ()


def write(path: Path, action: Action, value: Value, node: ir.Node, here: Here, flow: Flow) -> None:
    """Record a write with its dependences, and apply it to the state. Setting a context variable to its own object
    counts as an update; replacing a logger by one without session data as nothing."""
    if _is_logger(value, here):
        return
    whole = frozenset(each for each in value.places if each.root.kind is Kind.PARAMETER and not each.steps)
    whole |= defaults_in(value if action is Action.STORE else value.replaced(parts=()))
    if action is Action.REPLACE or (action is Action.STORE and not path.is_keyed):
        whole = whole.union(_kept_elsewhere(value, path, here), value.places & {path})
    if path.root.kind is Kind.CONTEXT and action is Action.REPLACE and value.places == frozenset({path}):
        whole, action = value.places, Action.UPDATE
    stored = Value(whole, value.origins, shapes=value.shapes, is_new=value.is_new, is_unique=value.is_unique)
    before = frozenset(site for each, site in _left_near(path, flow) if overlap(each, path)) if path in whole else NONE
    change(Effect(path, action, here.frame.site(node), value=stored, after=before), value.reads, here, flow)


def _kept_elsewhere(value: Value, path: Path, here: Here) -> Iterator[Path]:
    """Where else a stored object is kept: in a container of a module, a class or the receiver."""
    if value.is_new or any(isinstance(each, Constant) for each in value.shapes):
        return
    for each in in_order(value.places):
        root = each.root
        is_own = root.kind is Kind.PARAMETER and root.name == here.frame.function.receiver
        if each.steps and (is_own or root.kind in (Kind.MODULE, Kind.CLASS)) and not overlap(each, path):
            yield each


def _is_logger(value: Value, here: Here) -> bool:
    """Whether a value is a logger that holds no session data."""
    types = [each.type for each in value.shapes if isinstance(each, Made)]
    are_loggers = all(here.frame.facts.row(Logger, each) is not None for each in types)
    return bool(types) and len(types) == len(value.shapes) and are_loggers and not value.is_somebodys


def change(effect: Effect, reads: Iterable[Read], here: Here, flow: Flow) -> None:
    """Record an own write whose value was computed from `reads`, and apply it to the state."""
    root = effect.path.root
    if root.kind is Kind.PARAMETER and root.name == here.frame.function.receiver:
        own = effect.value.without_receiver()
        effect = effect if own is effect.value else effect.replaced(value=own)
    known = depending(effect, reads, here, flow) if is_tracked(effect.path, here) else effect
    take_effect(known, here, flow)


_FILLS = (Action.GROW, Action.ADD, Action.STORE)


def depending(effect: Effect, reads: Iterable[Read], here: Here, flow: Flow) -> Effect:
    """Record a write of the function or of a callee, with all its dependences."""
    depends = set(effect.depends)
    depends.update(_dependences(effect, _without_ways(reads, effect.path), By.VALUE, flow))
    is_refill = effect.action in _FILLS and _is_own(effect, flow)
    guards = here.control | flow.guards if is_refill and effect.action is Action.GROW else _guards(here, flow)
    depends.update(_dependences(effect, guards, By.GUARD, flow))
    if guards:
        found = guards - here.lacking - flow.lacking
        depends.update(_found(effect, found, flow))
        depends.update(_changed(effect, found, depends, here))
    if flow.opened and effect.action is Action.UPDATE:
        depends.update(_dependences(effect, flow.opened, By.GUARD, flow))
    depends.update(_companions(effect, (here.control | flow.guards) - here.frame.required, flow))
    depends.update(_dependences(effect, guards & here.frame.refusals, By.REFUSAL, flow))
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
        is_on_own=effect.is_on_own or _is_bound_around(effect.path, flow),
        is_refill=effect.is_refill or is_refill,
        decided_by=effect.decided_by | here.decided_by if here.decided_by and _is_choice(effect) else effect.decided_by,
    )
    here.frame.effects.add(known)
    return known


def _is_bound_around(path: Path, flow: Flow) -> bool:
    """Whether an object was put at a place, or where it is a part of, before."""
    return bool(flow.bound) and any(each in flow.bound and covers(each, path) for each, _ in flow.writes.near(path))


def _is_choice(effect: Effect) -> bool:
    """Whether a branch decides which literal is stored; a callee that tests the place itself decides by its own
    test."""
    is_tested_by_caller = bool(effect.via) and any(each.by is By.GUARD for each in effect.depends)
    return literal(effect.value) and not is_tested_by_caller


def _guards(here: Here, flow: Flow) -> frozenset[Read]:
    """The reads on which this statement depends and that no write has used yet."""
    return (here.control | flow.guards) - flow.spent


def _without_ways(reads: Iterable[Read], path: Path) -> list[Read]:
    """The reads without those that only lead to another part of the container: `chat["text"]`."""
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


def _found(effect: Effect, reads: Iterable[Read], flow: Flow) -> list[Dependence]:
    """Tests that lead to the write only where the place held something; that of a part may find it out of date."""
    depth = len(effect.path.steps)
    return _dependences(effect, (each for each in reads if len(each.path.steps) == depth), By.FOUND, flow)


def _companions(effect: Effect, guards: Iterable[Read], flow: Flow) -> Iterator[Dependence]:
    """Tests of other variables or attributes of the same owner that lead to a replacement, and those of a place where
    an object was missing, of which a part is replaced now. What must be there to go on is no sign that this is not."""
    path, root = effect.path, effect.path.root
    if effect.action is Action.REPLACE and not path.is_keyed:
        for each in guards:
            is_beside = each.path.root[:2] == root[:2] or _is_flag_for_all(each.path, path)
            is_apart = not overlap(each.path, path) or each.path in flow.bound
            if is_beside and not each.path.is_keyed and is_apart:
                yield Dependence(each, False, By.COMPANION)


def _is_flag_for_all(flag: Path, written: Path) -> bool:
    """Whether a module variable can be the flag for a change to an imported place: both exist once."""
    return flag.root.kind is Kind.MODULE and written.root.kind is Kind.IMPORTED


def _changed(
    effect: Effect, found: frozenset[Read], known: Iterable[Dependence], here: Here
) -> list[Dependence]:
    """The tests that found what the write changes: it grows, or a part of it is written, or what is there for sure gets
    a value that is computed from the one that it has. So does a list that is only asked for what is in it."""
    is_update = effect.action is Action.UPDATE or any(each.by is By.VALUE for each in known)
    tests = [each for each in known if each.by is By.GUARD]
    return [each._replace(by=By.CHANGED) for each in tests if _is_changed(each, found, effect, is_update, here)]


def _is_changed(test: Dependence, found: frozenset[Read], effect: Effect, is_update: bool, here: Here) -> bool:
    grows = effect.action is Action.GROW
    if test.read in here.frame.listed:
        return grows and not test.paused
    is_part = len(test.read.path.steps) < len(effect.path.steps)
    return test.read in found and (grows or is_part or (is_update and test.read in here.frame.sure))


def _concerns(seen: Path, written: Path) -> bool:
    """Whether a read of one place sees what is written at the other; an object is not its attributes."""
    further = written.steps[len(seen.steps) : len(seen.steps) + 1]
    return overlap(seen, written) and not (further and not further[0].is_item)


def take_effect(effect: Effect, here: Here, flow: Flow, is_sure: bool = True) -> None:
    """Apply a write to the state after the statement; a conditional write of a callee may not have happened, and one
    that may put back what was there, `store = store or Store()`, hides nothing of it."""
    is_sure = is_sure and effect.path not in effect.value.places
    acted = frozenset(each for each in _guards(here, flow) if overlap(each.path, effect.path))
    flow.held = frozenset(each for each in flow.held if each.path != effect.path or not each.is_gate)
    if acted and not acted & flow.stale and _is_flag(effect):
        flow.held |= {Held(effect.path, effect.site[:2], effect.site.function, is_gate=True)}
    flow.spent |= acted
    written = (effect.path, effect.site)
    flow.left |= {written}
    if effect.action in (Action.REPLACE, Action.STORE) and not effect.via:
        flow.bound |= {effect.path}
    if effect.action in (Action.REPLACE, Action.STORE):
        if flow.unseen and (is_sure or _restores(effect, flow)):
            near = flow.unseen.intersection(flow.writes.near(effect.path))
            flow.unseen = flow.unseen.difference(each for each in near if covers(effect.path, each[0]))
        flow.unseen |= {written}
    flow.writes.add(written)
    if effect.value.origins and effect.action in (Action.REPLACE, Action.STORE) and not _is_computed(effect):
        here.frame.stored[written] = effect.value.origins
    if effect.replaces and is_sure:
        flow.replaced |= {(effect.path, effect.locks)}
        flow.replacements.add((effect.path, effect.locks))
    if effect.action is Action.GROW:
        token = Read(effect.path, effect.site, effect.locks)
        if token in flow.grown or [each.path for each in flow.grown].count(token.path) < MOST_GROWTH:
            flow.grown |= {token}
            flow.fresh |= {token}
            flow.stale -= {token}


def _restores(effect: Effect, flow: Flow) -> bool:
    """Whether a write puts back what the place held before this function wrote it, with no pause since."""
    before = [each.read.site for each in effect.depends if each.by is By.VALUE and each.read.path == effect.path]
    own = [site for path, site in flow.unseen if path == effect.path and site.function == effect.site.function]
    return any(each < site for each in before for site in own if each.function == site.function)


def _is_computed(effect: Effect) -> bool:
    """Whether what is stored was computed from what the place held: a total, which is no session's data."""
    return any(each.by is By.VALUE and each.read.path == effect.path for each in effect.depends)


def _is_flag(effect: Effect) -> bool:
    """Whether a write sets a gate: a literal, a placeholder for which others wait, or the element of a set."""
    if effect.action is Action.ADD:
        return True
    if effect.action not in (Action.REPLACE, Action.STORE):
        return False
    return literal(effect.value) or any(isinstance(each, Made) and is_signal(each) for each in effect.value.shapes)
