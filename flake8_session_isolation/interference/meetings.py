"""Meetings: all accesses of served code to one shared place, collected from summaries and contexts."""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import partial

from flake8_session_isolation.dataflow.access_paths import Path, Step
from flake8_session_isolation.dataflow.effects import By, Effect, Summary
from flake8_session_isolation.dataflow.values import somebodys
from flake8_session_isolation.facts import (
    Action,
    Around,
    Clock,
    Facts,
    ProcessWide,
    SharedOnPurpose,
    describes,
)
from flake8_session_isolation.frontend.scopes import Function, Module
from flake8_session_isolation.frontend.spelling import spelled
from flake8_session_isolation.interference.accesses import Access, Meeting
from flake8_session_isolation.interference.attribution import Attribution
from flake8_session_isolation.interference.begun_contexts import beginnings
from flake8_session_isolation.interference.escapes import Escapes
from flake8_session_isolation.interference.lifetimes import Lifetimes
from flake8_session_isolation.interference.lock_validity import appraised
from flake8_session_isolation.interference.shared_objects import Objects
from flake8_session_isolation.interference.whole_objects import shown_whole
from flake8_session_isolation.linking.kept_factories import is_dropped_at_the_end, is_kept_open, is_made_by_kept_factory
from flake8_session_isolation.linking.kept_instances import is_kept
from flake8_session_isolation.linking.modules import Modules, displayed
from flake8_session_isolation.linking.object_types import Sharing
from flake8_session_isolation.linking.places import Kind, Root
from flake8_session_isolation.linking.project import Project
from flake8_session_isolation.linking.shapes import NAMESPACES, Made
from flake8_session_isolation.linking.thread_evidence import leaves_thread
from flake8_session_isolation.slicing.assumed_entries import Supposing
from flake8_session_isolation.slicing.entry_points import Contexts
from flake8_session_isolation.slicing.execution_context import Context, Standing
from flake8_session_isolation.slicing.reused_objects import Reusing


def meetings(
    summaries: dict[Function, Summary],
    contexts: Contexts | Supposing | Reusing,
    objects: Objects,
    elsewhere: Iterable[Access] = (),
) -> list[Meeting]:
    """The meetings of one module, in the order of their first accesses; `elsewhere` are accesses from other files."""
    module, facts, project = contexts.module, objects.sharing.facts, objects.sharing.modules.project
    gathered: dict[tuple[object, ...], list[Access]] = defaultdict(list)
    lifetimes = Lifetimes(objects.sharing, contexts)
    own = (*of_entries(summaries, lifetimes, objects), *_remembered(summaries, lifetimes))
    own_effects = (each.effect for each in own if each.effect.is_write or each.effect.action is Action.ITERATE)
    changed = {each.path.root[:3] for each in own_effects}
    others = (each for each in elsewhere if not each.is_beside or each.effect.path.root[:3] in changed)
    for access in (*own, *others):
        if not is_on_purpose(access.effect.path, module, facts):
            gathered[access.effect.path.root[:3]].append(access)
    for root, access in shown_whole(gathered, objects):
        gathered[root].append(access)
    written = [accesses for each in gathered.values() for accesses in _apart(each) if any(map(_matters, accesses))]
    met = [_meeting(accesses, facts, project, objects) for accesses in written]
    return sorted(met, key=lambda each: each.accesses[0].order)


def _apart(accesses: list[Access]) -> Iterator[list[Access]]:
    """The accesses to one variable, divided into meetings: in an application's storage each fixed name is a place of
    its own, and reading all of it reads each."""
    if not accesses or accesses[0].effect.path.root.kind is not Kind.STORAGE:
        yield accesses
        return
    by_name: dict[Step | None, list[Access]] = defaultdict(list)
    for access in accesses:
        by_name[_fixed_name(access.effect.path)].append(access)
    of_all = by_name.pop(None, [])
    yield of_all
    for own in by_name.values():
        yield [*own, *(each for each in of_all if not each.effect.is_write)]


def _fixed_name(path: Path) -> Step | None:
    """The first step below an application's storage, if it is an attribute or a literal key."""
    first = next(iter(path.steps), None)
    return first if first is not None and not first.separates and first.name != "*" else None


def of_entries(summaries: dict[Function, Summary], lifetimes: Lifetimes, objects: Objects) -> Iterator[Access]:
    """The effects of served functions and their callees on places that outlive a session."""
    for made, entry, standing in _made_by_entries(summaries, lifetimes.contexts):
        is_replied = not made.is_write and _is_replied(made, summaries[entry], standing)
        for effect in _shared(made, entry, lifetimes, objects):
            if effect.path.root.kind is not Kind.DEFAULT and not effect.is_left_in_cache:
                access = _access(effect, entry, standing, lifetimes)
                yield access._replace(is_replied=is_replied, is_around=_is_around(standing, lifetimes.facts))


def _is_replied(read: Effect, summary: Summary, standing: Standing) -> bool:
    """Whether the value of a read is in the function's result, or a handler sends it on an object that came with the
    session: `ctx.send(text)`."""
    if any(each.site == read.site for each in summary.result.reads):
        return True
    return standing.is_by_facts and any(each.site == read.site for each in summary.sent.reads)


def _is_around(standing: Standing, facts: Facts) -> bool:
    return bool(standing.row) and facts.row(Around, standing.row) is not None


def _made_by_entries(
    summaries: dict[Function, Summary], contexts: Contexts | Supposing | Reusing
) -> Iterator[tuple[Effect, Function, Standing]]:
    """The effects of functions by which sessions enter, and those of offered functions on thread-locals."""
    for entry, standing in contexts.entries():
        for each in _effects(entry, summaries):
            if not (standing.is_supposed and _is_an_objects_own(each, entry, standing)):
                yield each, entry, standing
    for entry, standing in contexts.offered():
        own = _effects(entry, summaries)
        yield from ((each, entry, standing) for each in own if each.path.root.kind is Kind.THREAD and not each.via)
    for entry, standing, site in (*contexts.abroad(), *contexts.started()):
        yield from ((each.replaced(called_at=site), entry, standing) for each in _effects(entry, summaries))


def _is_an_objects_own(effect: Effect, entry: Function, standing: Standing) -> bool:
    """Whether a method works on its own object, which may belong to one session; a reused object does not."""
    is_shown = standing.is_reuse or Context.THREADS in standing.contexts
    return entry.owner is not None and effect.path.root.kind is Kind.PARAMETER and not is_shown


def _effects(function: Function, summaries: dict[Function, Summary]) -> tuple[Effect, ...]:
    return summaries[function].effects if function in summaries else ()


def _shared(effect: Effect, entry: Function, lifetimes: Lifetimes, objects: Objects) -> Iterator[Effect]:
    """The effect on each shared place that it concerns; nothing for a place that does not outlive a session. A misused
    lock is wrong for every place."""
    if effect.action is Action.HOLD:
        yield list(objects.on_shared(effect, entry))[-1]
    elif lifetimes.may_be_part(effect.path) or lifetimes.outlives_sessions(effect, entry):
        moved = list(objects.on_shared(effect, entry))
        for each in moved[-1:] if effect.action is Action.RECEIVE else moved:
            if each.path.root.kind is not Kind.PARAMETER and lifetimes.outlives_sessions(each, entry):
                yield each


def _remembered(summaries: dict[Function, Summary], lifetimes: Lifetimes) -> Iterator[Access]:
    """The effects of any function on a default or on the contents of its cache: two calls suffice, whatever code makes
    them."""
    escapes = Escapes(summaries)
    for function, summary in summaries.items():
        own = (each for each in summary.effects if each.path.root.kind is Kind.DEFAULT or _is_its_own(each))
        for effect in (*own, *escapes.effects(function, summary)):
            if effect.called_at is None and lifetimes.outlives_sessions(effect, function):
                yield _access(effect, function, lifetimes.contexts.of(function), lifetimes)


def _matters(access: Access) -> bool:
    """Whether something is changed, a useless lock is taken, or a reply is awaited."""
    return access.effect.is_write or access.effect.action in (Action.HOLD, Action.RECEIVE)


def _meeting(accesses: list[Access], facts: Facts, project: Project, objects: Objects) -> Meeting:
    attribution = Attribution((each.effect for each in accesses), objects.sharing)
    attributed = (each._replace(attribution=attribution) for each in accesses)
    ordered = tuple(sorted(attributed, key=lambda each: each.order))
    path = ordered[0].effect.path
    known = facts.row(ProcessWide, path.root.name) if path.root.kind is Kind.IMPORTED else None
    foreign = path.root.kind is Kind.IMPORTED and not objects.sharing.owns(path.root.name)
    modules = objects.sharing.modules
    cls = modules.class_called(path.root.owner) if path.root.kind is Kind.CLASS else None
    types = _types_held(path.root, objects.sharing)
    return Meeting(
        path.root,
        ordered,
        is_process_wide=known is not None or foreign,
        in_facts=known,
        is_declared_shared=_is_declared_shared(path, modules),
        is_module_list=_is_module_list(types),
        held_in=frozenset(_held_in(path.root, objects)),
        is_of_one_object=cls in objects.shared or _is_of_shared(path.root, objects),
        has_one_instance=cls is not None and is_kept(cls, objects.sharing.seen_from(cls.scope)),
        is_namespace=bool(types) and types <= NAMESPACES,
        is_library_object=bool(types) and all(map(_is_of_unknown_library, types)),
        beginnings=partial(beginnings, path.root, objects.sharing) if path.root.kind is Kind.CONTEXT else tuple,
    )


def _held_in(root: Root, objects: Objects) -> Iterator[tuple[str, str]]:
    """The attributes that hold the object of a place, and those that hold their objects, if it is met in no other
    way."""
    waiting, seen = [root.owner] if root.kind is Kind.OBJECT else [], {root.owner}
    while waiting:
        holders = objects.holders.get(waiting.pop(), {None})
        if None not in holders:
            known = [each for each in holders if each is not None]
            yield from known
            waiting.extend({owner for owner, _ in known} - seen)
            seen.update(owner for owner, _ in known)


def _is_of_shared(root: Root, objects: Objects) -> bool:
    """Whether a cached property is that of a class of which one object serves all sessions."""
    function = objects.sharing.modules.function_called(root.name) if root.kind is Kind.CACHED else None
    return function is not None and function.owner in objects.shared and len(function.parameters) == 1


def _types_held(root: Root, sharing: Sharing) -> frozenset[str]:
    """The classes of what a module variable holds; none if one of them is not known."""
    module = sharing.modules.by_name(root.owner) if root.kind is Kind.MODULE else None
    shapes = sharing.variable(root.name, module.scope) if module is not None else frozenset()
    types = frozenset(each.type for each in shapes if isinstance(each, Made))
    return types if all(isinstance(each, Made) for each in shapes) else frozenset()


def _is_module_list(types: frozenset[str]) -> bool:
    """Whether a module variable only ever holds a list."""
    return types == {"builtins.list"}


def _is_of_unknown_library(name: str) -> bool:
    """Whether a class of which facts know nothing is by its name a class of a library, and not one that finds another
    object for each thread or context."""
    library, _, rest = name.partition(".")
    last = rest.rpartition(".")[2]
    is_class = last[:1].isupper() and library not in sys.stdlib_module_names and not describes(name)
    return is_class and not any(each in last.lower() for each in OF_ONE_CONTEXT)


OF_ONE_CONTEXT = ("local", "context", "ctx", "proxy", "var")
"""What the names of classes contain whose objects look different to each thread or context."""


def _is_declared_shared(path: Path, modules: Modules) -> bool:
    """Whether a class declares its attribute as shared: `ClassVar`."""
    cls = modules.class_called(path.root.owner) if path.root.kind is Kind.CLASS else None
    annotation = cls.scope.annotations.get(path.root.name) if cls else None
    return annotation is not None and "ClassVar" in spelled(annotation)


def is_on_purpose(path: Path, module: Module, facts: Facts) -> bool:
    """Whether the user's option names the place, as messages show it, with or without its module."""
    names = (displayed(str(path.root), module), displayed(str(path.variable), module))
    return any(
        facts.row(SharedOnPurpose, name) or facts.row(SharedOnPurpose, f"{module.name}.{name}") for name in names
    )


def _is_its_own(effect: Effect) -> bool:
    return effect.is_left_in_cache and not effect.via


def _access(effect: Effect, entry: Function, standing: Standing, lifetimes: Lifetimes) -> Access:
    value = effect.value.without_receiver()
    path = effect.path.on_one_thread() if standing.contexts == {Context.TASKS} else effect.path
    is_same = value is effect.value and path is effect.path
    effect = effect if is_same else effect.replaced(value=value, path=path)
    kinds = list(lifetimes.session_data(value.origins, entry, standing)) if effect.is_write else []
    is_chosen = standing.is_by_facts and effect.action in _SETS and any(map(_is_looked_up, value.places))
    writer = lifetimes.by_name.get(effect.site.function)
    effect = appraised(effect, standing, lifetimes.contexts, lifetimes.by_name)
    is_time = effect.is_write and _is_time(effect, lifetimes.facts)
    decided_by = any(True for _ in lifetimes.session_data(somebodys(effect.decided_by), entry, standing))
    access = Access(
        effect,
        lifetimes.module,
        entry,
        standing,
        writer,
        bool(kinds) or is_chosen,
        any(kinds),
        is_time=is_time,
        is_decided_by_session=decided_by,
    )
    return _with_making(access, lifetimes.sharing) if writer is not None and _is_guarded(effect) else access


_SETS = (Action.REPLACE, Action.STORE)


def _is_looked_up(path: Path) -> bool:
    """Whether an object is the entry of a shared table under a key that a session gives."""
    return path.root.kind in (Kind.MODULE, Kind.CLASS) and bool(path.steps) and path.steps[-1].separates


def _with_making(access: Access, sharing: Sharing) -> Access:
    """The access with what the source shows about how a missing value is created."""
    writer, root = access.writer, access.effect.path.root
    if writer is None:
        return access
    if access.effect.action is Action.REPLACE:
        access = access._replace(leaves_thread=leaves_thread(writer, sharing))
    if writer.owner is None or root.kind is not Kind.OBJECT or len(access.effect.path.steps) > 1:
        return access
    access = access._replace(is_kept_open=is_kept_open(writer, root.name))
    if access.effect.path.steps:
        return access
    return access._replace(
        is_from_factory=is_made_by_kept_factory(writer, root.name, sharing),
        is_dropped_at_the_end=is_dropped_at_the_end(writer.owner, root.name, sharing),
    )


def _is_guarded(effect: Effect) -> bool:
    return effect.action in _SETS and any(each.by is By.GUARD for each in effect.depends)


def _is_time(effect: Effect, facts: Facts) -> bool:
    types = [each.type for each in effect.value.shapes if isinstance(each, Made)]
    return bool(types) and all(facts.row(Clock, each) is not None for each in types)
