"""Which imports lead to something that changes: functions, classes and modules of the project, followed on demand.

A *place* is a name of another module.  From it the search goes to the functions that its own may call, told by the
names they mention, and on to the places that those import; the nearest modules first, and no further than to the first
place at which something is known to change.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import NamedTuple

from flake8_session_isolation.frontend.scopes import Function, Module
from flake8_session_isolation.linking.object_types import Sharing
from flake8_session_isolation.linking.singletons import makes_what_changes
from flake8_session_isolation.slicing.shared_places import calling_names, concerned, is_held, suspects

FARTHEST = 3
"""Imports, one behind the other, that are followed in search of something that changes."""


class Place(NamedTuple):
    """A variable, function or class of a module."""

    module: Module
    name: str


class Beyond(NamedTuple):
    """What is behind a place: whether something changes there, and if not, the places that it leads to."""

    changes: bool
    places: tuple[Place, ...] = ()


def leading_away(sharing: Sharing) -> frozenset[str]:
    """The imports of a module, by the names it gives them, that lead to something which changes and stays."""
    search = _Search(sharing)
    own = _View(sharing)
    # What is imported here is read before what that imports: of those that are too many, the nearest are known.
    nearest = {name: search.led_to([name], own, sharing.module.functions) for name in sorted(own.mentioned)}
    return frozenset(name for name, beyond in nearest.items() if search.is_lead(beyond))


class _Search:
    """The places that one linted module leads to."""

    def __init__(self, sharing: Sharing) -> None:
        self.sharing = sharing
        self._views: dict[Module, _View] = {}
        self._beyond: dict[Place, Beyond] = {}
        self._changing: dict[Place, bool] = {}
        self._in_vain: dict[Place, int] = {}  # with the imports that were left to go on from there

    def is_lead(self, beyond: Beyond) -> bool:
        """Whether something changes at what is behind a name, or farther on."""
        return beyond.changes or any(map(self._is_changing, beyond.places))

    def _is_changing(self, place: Place) -> bool:
        if place not in self._changing:
            self._changing[place] = self._finds_change(place)
        return self._changing[place]

    def _finds_change(self, start: Place) -> bool:
        """Go from place to place, those that take as many imports together."""
        level, seen = [start], {start: FARTHEST}
        for left in range(FARTHEST, 0, -1):
            following: dict[Place, int] = {}
            for place in level:
                beyond = self._behind(place)
                if beyond.changes or self._changing.get(place):
                    return True
                fresh = (each for each in beyond.places if each not in seen and self._in_vain.get(each, 0) < left - 1)
                following.update(dict.fromkeys(fresh, left - 1))
            seen.update(following)
            level = list(following)
        self._in_vain.update((place, max(left, self._in_vain.get(place, 0))) for place, left in seen.items())
        return False

    def _behind(self, place: Place) -> Beyond:
        if place not in self._beyond:
            self._beyond[place] = self._look_behind(place)
        return self._beyond[place]

    def _look_behind(self, place: Place) -> Beyond:
        view = self._view(place.module)
        if place.name in view.changing:
            return Beyond(changes=True)
        functions = view.reached_from(place.name)
        if makes_what_changes(functions, view.sharing):
            return Beyond(changes=True)
        return self.led_to(_mentioned(functions), view, functions)

    def led_to(self, names: Iterable[str], view: _View, functions: Iterable[Function]) -> Beyond:
        """Where `names` lead in a module, of whose `functions` something may be done with what is found there."""
        places: dict[Place, None] = {}
        for target in (each for name in sorted(names) for each in view.targets.get(name, ())):
            found = view.sharing.modules.find(target, view.module)
            if found is None or found.module is None or found.module in (view.module, self.sharing.module):
                continue
            if found.name:
                places.setdefault(Place(found.module, found.name))
                continue
            if self._view(found.module).holds_any(name for each in functions for name in each.footprint.fields):
                return Beyond(changes=True)
            places.update(dict.fromkeys(self._view(found.module).named(_mentioned(functions))))
        for star in view.module.scope.star_imports:
            whole = view.sharing.modules.find(star, view.module)
            if whole is not None and whole.module is not None and not whole.name:
                places.update(dict.fromkeys(self._view(whole.module).named(names)))
        return Beyond(False, tuple(each for each in places if each.module is not self.sharing.module))

    def _view(self, module: Module) -> _View:
        if module not in self._views:
            self._views[module] = _View(self.sharing.others(module))
        return self._views[module]


class _View:
    """What one module's text says of its names."""

    def __init__(self, sharing: Sharing) -> None:
        self.sharing = sharing
        self.module = sharing.module

    @cached_property
    def mentioned(self) -> set[str]:
        """All names that functions of the module mention."""
        return _mentioned(self.module.functions)

    @cached_property
    def changing(self) -> frozenset[str]:
        """The variables, functions and classes by which something of this module is changed that stays."""
        names = suspects(self.sharing)
        functions = concerned(self.module, names, self.sharing.facts)
        owners = {each.owner.short_name for each in functions if each.owner is not None}
        variables = names & set(self.module.scope.bindings)
        return frozenset({*variables, *owners, *(each.name.rpartition(".")[2] for each in functions)})

    @cached_property
    def targets(self) -> dict[str, list[str]]:
        """Where imports lead, by name; `import app.store` leads to both modules under the name of the first."""
        found: dict[str, list[str]] = {}
        for scope in (self.module.scope, *(each.scope for each in self.module.functions)):
            for name, whole in scope.imports.items():
                further = (each for each in self.module.imported if name == whole and each.startswith(f"{whole}."))
                found.setdefault(name, []).extend((whole, *sorted(further)))
        return found

    @cached_property
    def _by_name(self) -> dict[str, list[Function]]:
        """Functions by the names under which others reach them, methods also by that of their class."""
        found: dict[str, list[Function]] = {}
        for function in self.module.functions:
            for name in {*calling_names(function, self.sharing.facts.starts)}:
                found.setdefault(name, []).append(function)
        return found

    def named(self, names: Iterable[str]) -> Iterator[Place]:
        """The places that the module itself has under `names`."""
        return (Place(self.module, each) for each in sorted(names) if self.module.scope.binds(each))

    def holds_any(self, names: Iterable[str]) -> bool:
        """Whether the module has a variable of one of these names that a method can change, whoever calls it."""
        scope = self.module.scope
        return any(is_held(each, scope, self.sharing) for each in sorted({*names} & set(scope.bindings)))

    def reached_from(self, name: str) -> list[Function]:
        """The functions and methods of that name, those of the class of that name, and all that they may call."""
        cls = self.module.scope.classes.get(name)
        methods = cls.scope.functions.values() if cls is not None else ()
        waiting = [*self._by_name.get(name, ()), *methods]
        reached = dict.fromkeys(waiting)
        while waiting:
            for mention in waiting.pop().mentions:
                fresh = [each for each in self._by_name.get(mention, ()) if each not in reached]
                reached.update(dict.fromkeys(fresh))
                waiting += fresh
        return list(reached)


def _mentioned(functions: Iterable[Function]) -> set[str]:
    return set().union(*(each.mentions | each.scope.global_names for each in functions))
