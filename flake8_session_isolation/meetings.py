"""Where sessions meet: everything that served code does to one shared place.

A `Visit` is an effect with the function that is charged with it and how that function runs.  A `Meeting` gathers the
visits to one place that outlives a session.  Rules ask a meeting; they see neither code nor contexts.
"""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from flake8_session_isolation.contexts import Contexts
from flake8_session_isolation.defaults import outlives_calls
from flake8_session_isolation.effects import Effect, Summary
from flake8_session_isolation.escapes import Escapes
from flake8_session_isolation.facts import Action, Facts, ProcessWide, SharedOnPurpose
from flake8_session_isolation.hearsay import is_told_elsewhere
from flake8_session_isolation.locks import same_lock
from flake8_session_isolation.modules import Modules
from flake8_session_isolation.objects import Objects
from flake8_session_isolation.omissions import Omissions
from flake8_session_isolation.paths import OWN, Kind, Path, Root, may_meet
from flake8_session_isolation.program import Function, Module
from flake8_session_isolation.project import Project
from flake8_session_isolation.sharing import is_factory_of
from flake8_session_isolation.standings import Context, Standing
from flake8_session_isolation.stays import appraised
from flake8_session_isolation.supposing import Supposing
from flake8_session_isolation.values import CONTEXT, Value

MOST_VISITS = 500
"""Visits to one variable that are compared with each other."""


@dataclass(frozen=True)
class Visit:
    """One effect, charged to `entry`; `carries` are the session's own data in what is stored.

    What is told elsewhere the file in which it stands reports itself.
    """

    effect: Effect
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

    @property
    def order(self) -> tuple[int, int, str]:
        """By place in the source."""
        return self.effect.shown_at

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


def meetings(summaries: dict[Function, Summary], contexts: Contexts | Supposing, objects: Objects) -> list[Meeting]:
    """The meetings of one module, by the first visit's place in the source."""
    module, facts, project = contexts.module, objects.sharing.facts, objects.sharing.modules.project
    gathered: dict[tuple[object, ...], list[Visit]] = defaultdict(list)
    lifetime = Lifetime(module, contexts, facts, project)
    for visit in (*_of_entries(summaries, lifetime, objects), *_remembered(summaries, lifetime)):
        visits = gathered[visit.effect.path.root[:3]]
        if len(visits) < MOST_VISITS and not is_on_purpose(visit.effect.path, module, facts):
            visits.append(visit)
    written = [visits for visits in gathered.values() if any(map(_matters, visits))]
    found = [_meeting(visits, facts, project, objects) for visits in written]
    return sorted(found, key=lambda each: each.visits[0].order)


def _of_entries(summaries: dict[Function, Summary], lifetime: Lifetime, objects: Objects) -> Iterator[Visit]:
    """What functions do, each with all that it calls, to places that outlive a session."""
    for access, entry, standing in _accesses(summaries, lifetime.contexts):
        for effect in _shared(access, entry, lifetime, objects):
            if effect.path.root.kind is not Kind.DEFAULT and not is_left_in_cache(effect):
                yield _visit(effect, entry, standing, lifetime)


def _accesses(
    summaries: dict[Function, Summary], contexts: Contexts | Supposing
) -> Iterator[tuple[Effect, Function, Standing]]:
    """What sessions do where they enter; and what a library offers to do to a thread's own state."""
    for entry, standing in contexts.entries():
        for each in _effects(entry, summaries):
            if not (standing.is_supposed and _is_an_objects_own(each, entry, standing)):
                yield each, entry, standing
    for entry, standing in contexts.offered():
        own = _effects(entry, summaries)
        yield from ((each, entry, standing) for each in own if each.path.root.kind is Kind.THREAD and not each.via)
    for entry, standing, site in contexts.abroad():
        yield from ((replace(each, called_at=site), entry, standing) for each in _effects(entry, summaries))


def _is_an_objects_own(effect: Effect, entry: Function, standing: Standing) -> bool:
    """Whether a method works on its own object, which may be one session's; one that is reused is not."""
    return entry.owner is not None and effect.path.root.kind is Kind.PARAMETER and not standing.is_reuse


def _effects(function: Function, summaries: dict[Function, Summary]) -> tuple[Effect, ...]:
    return summaries[function].effects if function in summaries else ()


def _shared(effect: Effect, entry: Function, lifetime: Lifetime, objects: Objects) -> Iterator[Effect]:
    """The effect as one on each shared place that it concerns; nothing for what does not outlive a session.

    A lock that is taken in a wrong way is wrong wherever it is.
    """
    if effect.action is Action.HOLD:
        yield list(objects.told(effect, entry))[-1]
    elif effect.path.root.kind is Kind.PARAMETER or lifetime.outlives_sessions(effect.path, entry):
        told = list(objects.told(effect, entry))
        for each in told[-1:] if effect.action is Action.RECEIVE else told:
            if each.path.root.kind is not Kind.PARAMETER and lifetime.outlives_sessions(each.path, entry):
                yield each


def _remembered(summaries: dict[Function, Summary], lifetime: Lifetime) -> Iterator[Visit]:
    """What any function does to a default or leaves in its cache: two calls are enough, whoever makes them."""
    escapes = Escapes(summaries)
    for function, summary in summaries.items():
        own = (each for each in summary.effects if each.path.root.kind is Kind.DEFAULT or _is_its_own(each))
        for effect in (*own, *escapes.effects(function, summary)):
            if effect.called_at is None and lifetime.outlives_sessions(effect.path, function):
                yield _visit(effect, function, lifetime.contexts.of(function), lifetime)


def _matters(visit: Visit) -> bool:
    """Whether something is changed, a lock taken that is none, or an answer awaited."""
    return visit.effect.is_write or visit.effect.action in (Action.HOLD, Action.RECEIVE)


def _meeting(visits: list[Visit], facts: Facts, project: Project, objects: Objects) -> Meeting:
    effects = [each.effect for each in visits]
    told = {each for each in effects if each.is_write and is_told_elsewhere(each, effects, objects.sharing)}
    marked = (replace(each, is_told_elsewhere=each.effect in told) for each in visits)
    ordered = tuple(sorted(marked, key=lambda each: each.order))
    path = ordered[0].effect.path
    known = path.root.kind is Kind.IMPORTED and facts.tell(ProcessWide, path.root.name) is not None
    foreign = path.root.kind is Kind.IMPORTED and not project.owns(path.root.name)
    return Meeting(path.root, ordered, known or foreign, known, _is_declared_shared(path, objects.sharing.modules))


def _is_declared_shared(path: Path, modules: Modules) -> bool:
    """Whether a class says of its attribute that all instances share it: `ClassVar`."""
    cls = modules.class_called(path.root.owner) if path.root.kind is Kind.CLASS else None
    annotation = cls.scope.annotations.get(path.root.name) if cls else None
    return annotation is not None and "ClassVar" in ast.dump(annotation)


def is_on_purpose(path: Path, module: Module, facts: Facts) -> bool:
    """Whether the user said so, by the place's name as messages show it, with or without the module's."""
    names = (str(path.root), str(path.variable))
    return any(
        facts.tell(SharedOnPurpose, name) or facts.tell(SharedOnPurpose, f"{module.name}.{name}") for name in names
    )


def is_left_in_cache(effect: Effect) -> bool:
    """Whether a function leaves its result in a cache, as it does itself and not a caller for it."""
    is_result = effect.path.root.kind is Kind.CACHED and not effect.path.steps
    return is_result and effect.action is Action.REPLACE


def _is_its_own(effect: Effect) -> bool:
    return is_left_in_cache(effect) and not effect.via


class Lifetime:
    """Which roots outlive a session, and whose data a value holds, by the contexts of the functions concerned."""

    def __init__(self, module: Module, contexts: Contexts | Supposing, facts: Facts, project: Project) -> None:
        """For the functions of `module`."""
        self.facts = facts
        self.project = project
        self.contexts = contexts
        self.omissions = Omissions(module)
        self.by_name = {each.name: each for each in module.functions}
        self.module = module

    def outlives_sessions(self, path: Path, visitor: Function) -> bool:
        """Whether what the path begins with is there for the next session, too."""
        match path.root.kind:
            case Kind.MODULE | Kind.CLASS | Kind.OBJECT if self.contexts.script.is_rerun:
                return not self._is_of_this_module(path.root)
            case Kind.MODULE | Kind.CLASS | Kind.STORAGE | Kind.OBJECT | Kind.CONTEXT | Kind.THREAD:
                return True
            case Kind.FUNCTION:
                function = self.by_name.get(path.root.owner)
                return function is not None and outlives_calls(function)
            case Kind.CACHED:
                return True
            case Kind.DEFAULT:
                return self._is_called_without(path.root)
            case Kind.IMPORTED:
                return self._is_module_state(path)
            case Kind.ENCLOSED:
                outer = self.by_name.get(path.root.owner)
                return outer is not None and self._runs_once(outer, path.root.name, visitor)
        return False

    def _is_called_without(self, root: Root) -> bool:
        """Whether a parameter is left to its default; libraries that call a handler fill in every parameter."""
        function = self.by_name.get(root.owner)
        if function is None or self.contexts.of(function).is_told:
            return False
        return self.omissions.is_left_out(function, root.name)

    def _is_of_this_module(self, root: Root) -> bool:
        """Whether a variable or a class is the linted module's own: roots of others begin with their module's name."""
        return not root.owner if root.kind is Kind.MODULE else root.owner in self.module.classes

    def _is_module_state(self, path: Path) -> bool:
        """Whether something imported is a place: told by facts, or an attribute of a module or a class.

        What such an attribute holds may be a proxy that each session sees for itself (`flask.g`): unknown.
        """
        name = path.root.name
        if self.facts.tell(ProcessWide, name) or name in self.facts.set_places:
            return True
        base, _, _ = name.rpartition(".")
        if path.steps:
            return False
        is_class = base.rpartition(".")[2].lstrip("_")[:1].isupper()
        return is_class or base in self.module.imported or self.project.has_module(base)

    def _runs_once(self, outer: Function, variable: str, inner: Function) -> bool:
        """An enclosing function that runs once: by its context, or by the shape of an application or decorator
        factory."""
        if variable in outer.parameters or outer.yields:
            return False
        contexts = self.contexts.of(outer).contexts
        if contexts <= {Context.ONCE}:
            return True
        if contexts != {Context.UNKNOWN}:
            return False
        return (
            self.contexts.of(inner).is_handler
            or self.contexts.is_registered(inner)
            or (is_factory_of(outer, inner) and bool(inner.mentions & set(outer.parameters)))
        )

    def session_data(self, value: Value, entry: Function, standing: Standing) -> Iterator[bool]:
        """For each part of `value` that is a session's own: whether it is there as it came in."""
        if not standing.is_served:
            return
        for origin in value.origins:
            if origin.parameter == CONTEXT.parameter:
                yield True  # whatever was made of it, it was made for the session being served
                continue
            outer = self.by_name.get(origin.parameter.rpartition(".")[0]) if "." in origin.parameter else entry
            if outer is entry or (outer is not None and self.contexts.of(outer).is_served):
                yield not origin.called


def _visit(effect: Effect, entry: Function, standing: Standing, lifetime: Lifetime) -> Visit:
    kinds = list(lifetime.session_data(effect.value, entry, standing)) if effect.is_write else []
    writer = lifetime.by_name.get(effect.site.function)
    effect = appraised(effect, standing, lifetime.contexts, lifetime.by_name)
    return Visit(effect, entry, standing, writer, bool(kinds), any(kinds))


def one_per_function(visits: Iterable[Visit]) -> Iterator[Visit]:
    """The first visit of each function that does the harm, and the first of those in other files that do not say so
    themselves (one bug, one finding)."""
    seen: set[str] = set()
    for each in sorted(visits, key=lambda visit: (visit.order, visit.entry.name)):
        doer = each.effect.site.function if each.effect.called_at is None else "another file"
        if doer not in seen and not each.is_told_elsewhere:
            seen.add(doer)
            yield each


def touches(one: Visit, other: Visit) -> bool:
    """Whether the two are at places that may be the same."""
    return may_meet(one.effect.path, other.effect.path)
