"""Translation of a callee's places, values and effects into the caller's terms: parameters become arguments, and the
caller's locks are added."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from flake8_session_isolation.dataflow.access_paths import CALLED_AT, OF_THREAD, Path, Step
from flake8_session_isolation.dataflow.application_storage import held_in_storage, in_storage
from flake8_session_isolation.dataflow.effects import By, Dependence, Effect
from flake8_session_isolation.dataflow.lock_sets import Flaw, Held, LockSet
from flake8_session_isolation.dataflow.values import (
    CONTEXT,
    RECEIVER,
    UNKNOWN,
    Copied,
    Origin,
    Read,
    Value,
    is_made_for_the_call,
)
from flake8_session_isolation.facts import Action
from flake8_session_isolation.frontend.scopes import Function
from flake8_session_isolation.frontend.sets import first, in_order
from flake8_session_isolation.linking.object_types import Sharing
from flake8_session_isolation.linking.places import Kind, Root, Site, is_same_root
from flake8_session_isolation.linking.shapes import THREAD

NOWHERE: frozenset[Path] = frozenset()


class Translation:
    """Translates a callee's terms into its caller's: `arguments` by parameter, `locks` that the caller holds at the
    call's `site`; a call with stars is open and may pass anything. `sharing` is what the caller's module knows."""

    __slots__ = ("_moved", "arguments", "callee", "caller", "is_open", "locks", "sharing", "site")

    def __init__(
        self,
        callee: Function,
        caller: Function,
        arguments: Mapping[str, Value],
        locks: LockSet,
        site: Site,
        sharing: Sharing,
        is_open: bool = False,
    ) -> None:
        """Of one call of `callee` in `caller`."""
        self.callee = callee
        self.caller = caller
        self.arguments = arguments
        self.locks = locks
        self.site = site
        self.sharing = sharing
        self.is_open = is_open
        self._moved: dict[Path, list[Path]] = {}

    @property
    def is_at_home(self) -> bool:
        """Whether caller and callee are in one module."""
        return self.callee.scope.outermost is self.caller.scope.outermost

    def paths(self, path: Path) -> list[Path]:
        """The caller's places for a callee's place; none if the caller cannot name it."""
        known = self._moved.get(path)  # many effects are on one place
        if known is None:
            known = self._moved[path] = self._paths(path)
        return known

    def _paths(self, path: Path) -> list[Path]:
        root = path.root
        if self._is_own_variable(root):
            own = Path(Root(Kind.PARAMETER, root.owner, root.name), path.steps)
            return [own] if root.name in self.caller.parameters else []
        if root.kind is Kind.DEFAULT and not self.is_left_out(root):
            return []
        is_given = root.kind is Kind.PARAMETER and root.owner == self.callee.name
        if not path.steps and not is_given:
            return [path]
        given = self.arguments.get(root.name, UNKNOWN) if is_given else UNKNOWN
        steps = [self.step(each) if each.parameter or each.separates else each for each in path.steps]
        places = in_order(given.places) if is_given else (Path(root),)
        kept = in_storage(given, steps, self.caller, self.sharing.facts) if is_given else None
        found = [kept] if kept is not None else [each.along(steps) for each in places]
        return [*found, *given.kept_at(steps)] if given.kept else found

    def _is_own_variable(self, root: Root) -> bool:
        return root.kind is Kind.ENCLOSED and root.owner == self.caller.name

    def named_in(self, path: Path) -> list[Value | None]:
        """The arguments that decide which place this is for the caller."""
        names = [each.parameter for each in path.steps if each.parameter]
        if path.root.kind is Kind.PARAMETER:
            names.append(path.root.name)
        return [self.arguments.get(each) for each in names]

    def is_left_out(self, default: Root) -> bool:
        """Whether the default is used, because the caller omits the argument. A default of another module is reported
        there."""
        is_given = default.name in self.arguments or self.is_open
        return self.is_at_home and not (default.owner == self.callee.name and is_given)

    def step(self, step: Step) -> Step:
        """A key that is a parameter becomes the caller's argument; a key of the callee's own differs between calls."""
        given = self.arguments.get(step.parameter) if step.parameter else None
        if given is None:
            return self.elsewhere(step._replace(parameter=None)) if step.separates else step
        if given.constant not in (None, "None"):
            return Step(given.constant, True)
        own = first(each.parameter for each in given.origins if not each.called) if given.origins else None
        if THREAD in given.shapes:
            return OF_THREAD
        moved = step._replace(is_unique=given.is_unique, parameter=own if own in self.caller.parameters else None)
        return moved._replace(name=own) if own is not None else self.elsewhere(moved)

    def elsewhere(self, step: Step) -> Step:
        """A key of the callee whose spelling must not be confused with that of another call."""
        if step.name == "*" or step.is_thread or CALLED_AT in step.name:
            return step
        return step._replace(name=f"{step.name}{CALLED_AT}{self.site.line}:{self.site.column}")

    def locked(self, locks: LockSet) -> LockSet:
        """A callee's lock set with the caller's locks added."""
        if not locks:
            return self.locks
        return self.locks.union(moved for held in locks for moved in self.stays(held))

    def stays(self, held: Held) -> Iterator[Held]:
        """A callee's held lock in the caller's terms. The lock of an object that the caller created for this call is
        its own; a lock that the caller cannot name is still a lock."""
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
        """Several reads in the caller's terms."""
        return frozenset(moved for each in reads for moved in self.reads(each))

    def origins(self, origins: frozenset[Origin]) -> frozenset[Origin]:
        """Whose data it is, in terms of the caller's parameters."""
        found = set()
        for each in origins:
            name = self.callee.receiver if each.parameter == RECEIVER else each.parameter
            for given in self.arguments.get(name or "", UNKNOWN).origins:
                found.add(Origin(given.parameter, given.called or each.called))
            if "." in each.parameter or each.parameter == CONTEXT.parameter:
                found.add(self.captured(each))
        return frozenset(found)

    def captured(self, origin: Origin) -> Origin:
        """Data of a variable that the callee captures, as data of the caller's parameter if it is that."""
        outer, _, name = origin.parameter.rpartition(".")
        is_own = outer == self.caller.name and name in self.caller.parameters
        return Origin(name, origin.called) if is_own else origin

    def value(self, value: Value) -> Value:
        """A callee's value in the caller's terms."""
        places = frozenset(moved for each in value.places for moved in self.paths(each))
        shapes = value.shapes or held_in_storage(places, self.sharing)
        for root in (each.root for each in value.places if not each.steps and each.root.kind is Kind.PARAMETER):
            if root.owner == self.callee.name:
                shapes = shapes | self.arguments.get(root.name, UNKNOWN).shapes
        reads = self.every(value.reads).union(*(self.arguments[name].reads for name in self.used(value)))
        unique = value.is_unique or any(self.arguments[name].is_unique for name in self.used(value))
        kept = frozenset(each._replace(path=moved) for each in value.kept for moved in self.paths(each.path))
        copied = frozenset(Copied(moved, each.own) for each in value.copied for moved in self.paths(each.path))
        origins = self.origins(value.origins)
        return Value(places, origins, reads, shapes, value.is_new, is_unique=unique, copied=copied, kept=kept)

    def used(self, value: Value) -> list[str]:
        """The parameters whose arguments' data is in a callee's value."""
        return [each.parameter for each in value.origins if each.parameter in self.arguments]

    def stored(self, value: Value) -> Value:
        """The value that a callee's write stores; a parameter that is stored unchanged is the caller's argument."""
        if value is UNKNOWN:
            return value
        direct = [each.parameter for each in value.origins if not each.called]
        given = [self.arguments[each] for each in direct if each in self.arguments]
        shapes = value.shapes
        is_given = len(given) == len(value.origins) == 1
        if not shapes and is_given:
            shapes = given[0].shapes
        places = frozenset(moved for each in value.places for moved in self.paths(each))
        unique = value.is_unique or (is_given and given[0].is_unique)
        is_new = value.is_new or (is_given and given[0].is_new)
        return Value(places, self.origins(value.origins), shapes=shapes, is_new=is_new, is_unique=unique)

    def walked(self, effect: Effect) -> Value:
        """The container that is iterated over; a parameter is the caller's argument."""
        given = self.arguments.get(effect.path.root.name) if not effect.path.steps else None
        return Value(shapes=given.shapes) if given is not None and not effect.value.shapes else effect.value

    def _aliased(self, effect: Effect) -> frozenset[Path]:
        """The caller's places that an effect reaches through an attribute that holds an argument of a constructor."""
        root = effect.path.root
        given = self.arguments.get(root.name) if root.kind is Kind.PARAMETER else None
        return frozenset(given.kept_at(effect.path.steps)) if given is not None and given.kept else NOWHERE

    def effects(self, effect: Effect) -> Iterator[Effect]:
        """A callee's effect in the caller's terms: once for each place that the argument may be. Rebinding a parameter,
        or an attribute that holds an argument of a constructor, changes nothing of the argument itself."""
        if effect.action is Action.REPLACE and not effect.path.steps and self._is_own_variable(effect.path.root):
            return
        paths = self.paths(effect.path)
        if not paths:
            return
        aliased = self._aliased(effect)
        below = len(effect.path.steps) - 1
        called_at = effect.called_at if self.is_at_home else self.site
        for path in paths:
            if below == 0 and effect.binds_anew and path in aliased:
                continue
            moved = effect.along(path, self.callee.name, self.site, called_at)
            moved.locks = self.locked(effect.locks)
            moved.value = self.walked(effect) if effect.action is Action.ITERATE else self.stored(effect.value)
            if path in aliased:
                moved.below_alias = below
            if effect.depends:
                moved.depends = self._dependences(effect, path)
            if effect.decided_by:
                moved.decided_by = self.origins(effect.decided_by)
            yield moved

    def _dependences(self, effect: Effect, path: Path) -> frozenset[Dependence]:
        """What an effect, which is on `path` for the caller, depends on: reads of the same place, and companions."""
        return frozenset(
            Dependence(read, each.paused, each.by)
            for each in effect.depends
            for read in self.reads(each.read)
            if is_same_root(read.path.root, path.root) or each.by is By.COMPANION
        )
