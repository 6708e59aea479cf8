"""Methods that run because an inherited method is served and calls them on its object: hooks of a base of the project.

In the source the base calls its own method of that name; on an instance of the subclass the overriding method runs.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from flake8_session_isolation.frontend.scopes import Class, Function
from flake8_session_isolation.linking.object_types import Sharing
from flake8_session_isolation.slicing.called_back import called_back_at_home
from flake8_session_isolation.slicing.execution_context import Standing
from flake8_session_isolation.slicing.fact_standings import by_base


def run_by_inherited(
    functions: Collection[Function], standings: Mapping[Function, Standing], sharing: Sharing
) -> dict[Function, Standing]:
    """The standings of plain methods of a module that served methods of the bases of their classes call, but for those
    of which it is `standings`."""
    found: dict[Function, Standing] = {}
    for cls in sharing.module.classes.values():
        if len(cls.lineage()) > 1 and any(each in functions for each in cls.own_methods):
            for method, standing in _run_on(cls, standings, sharing):
                if method.owner is cls and not method.is_coroutine and method not in standings:
                    found.setdefault(method, standing)
    return found


def _run_on(
    cls: Class, standings: Mapping[Function, Standing], sharing: Sharing
) -> Iterator[tuple[Function, Standing]]:
    """What served methods that a class inherits call on an instance of it, one through the other."""
    waiting = [(each, standing) for each in _inherited(cls) if (standing := _served(each, cls, standings, sharing))]
    seen = {each for each, _ in waiting}
    while waiting:
        caller, standing = waiting.pop()
        for method in _called_on_itself(caller, cls):
            if method not in seen:
                seen.add(method)
                because = standing._replace(because=f"it is run by {caller.name}", is_by_facts=False)
                waiting.append((method, because))
                yield method, because


def _inherited(cls: Class) -> Iterator[Function]:
    """The methods that an instance has from a base of the project."""
    for base in cls.lineage()[1:]:
        for name, method in base.scope.functions.items():
            if cls.method(name) is method:
                yield method


def _served(method: Function, cls: Class, standings: Mapping[Function, Standing], sharing: Sharing) -> Standing | None:
    """How an inherited method is served on instances of a class."""
    known = standings.get(method)
    if known is None:
        known = by_base(method, cls, sharing.seen_from(method.scope)) or called_back_at_home(method, sharing)
    return known if known is not None and known.is_served else None


def _called_on_itself(caller: Function, cls: Class) -> Iterator[Function]:
    """The methods of its object that a method mentions."""
    names = (attr for root, attr in caller.footprint.parts if root == caller.receiver)
    yield from filter(None, map(cls.method, dict.fromkeys(names)))
