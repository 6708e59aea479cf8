"""Application storage: what libraries keep for all sessions on the application object or create in a lifespan.

An attribute that a program sets on its application is shared by all sessions; so is an object that a lifespan yields,
though what is assigned in its place on a request is that request's own.  An application that the call itself makes is
not served yet.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from flake8_session_isolation.dataflow.access_paths import Path, Step
from flake8_session_isolation.dataflow.state import Here
from flake8_session_isolation.dataflow.values import AnyShape, Value
from flake8_session_isolation.facts import Application, Facts, SharedStorage, Yielded
from flake8_session_isolation.frontend.scopes import Function
from flake8_session_isolation.linking.object_types import Sharing
from flake8_session_isolation.linking.places import Kind, Root
from flake8_session_isolation.linking.shapes import Instance, Made, Named, Shape


def stored(base: Value, name: str, here: Here) -> Value | None:
    """The value that an application keeps for all sessions in an attribute: `app.state`, `request.app`,
    `request.state.client`."""
    facts = here.frame.facts
    if base.is_new and not _outlives(base):
        return None
    if name in facts.last_names(SharedStorage):
        called = next((spelled for way, spelled in _ways(base, name, here) if facts.row(SharedStorage, way)), None)
        if called is not None:
            return Value(frozenset({_place(called)}))
    own = set_on_application(base, name, here)
    shapes = here.frame.sharing.provisions.stored.get(f".{name}", frozenset()) if own else frozenset()
    return Value(frozenset(own), shapes=shapes) if own else _yielded(base, name, here)


def put_at(places: Iterable[Path], step: Step, here: Here) -> frozenset[Shape]:
    """What the module's functions store in the application's storage, one step below `places`."""
    if not any(each.root.kind is Kind.STORAGE and not each.steps for each in places):
        return frozenset()
    return here.frame.sharing.provisions.stored.get(str(step), frozenset())


def set_on_application(base: Value, name: str, here: Here) -> list[Path]:
    """The place of an attribute that the program sets on an application object, whatever expression gives that
    object."""
    facts = here.frame.facts
    if not facts.knows(Application) or name not in here.frame.module.stored_attributes:
        return []
    types = [each.type for each in base.shapes if isinstance(each, Made)] if _outlives(base) else []
    types += [each.dotted for each in base.shapes if isinstance(each, Named)]
    row = facts.first(Application, (*types, *(way for way, _ in _from_parameters(base, "", here))))
    if row is None:
        return []
    own = sorted(str(each) for each in base.places if each.root.kind is not Kind.OWN)
    return [_place(f"{row.called or own[0]}.{name}")] if row.called or own else []


def in_storage(given: Value, steps: Sequence[Step], caller: Function, facts: Facts) -> Path | None:
    """The place in an application's storage to which `steps` lead from the application or the request that a caller
    passes: a helper may not know what its parameter is."""
    if facts.storage.isdisjoint([each.name for each in steps]) or (given.is_new and not _outlives(given)):
        return None
    first = steps[0]
    for shape in given.shapes:
        if isinstance(shape, Made) and facts.row(SharedStorage, f"{shape.type}{first}"):
            return _place(f"app{first}").along(steps[1:])
    for place in given.places:
        if place.root.kind is Kind.PARAMETER and place.root.name != caller.receiver:
            every = (*place.steps, *steps)
            ways = ("".join(map(str, every[:end])) for end in range(len(place.steps) + 1, len(every) + 1))
            end, way = next(((n, way) for n, way in enumerate(ways, 1) if facts.row(SharedStorage, way)), (0, ""))
            if end:
                return _place(way.lstrip(".")).along(steps[end:])
    return None


def held_in_storage(places: Iterable[Path], sharing: Sharing) -> frozenset[AnyShape]:
    """What the module's functions store at places one step below an application's storage."""
    steps = (each.steps[0] for each in places if each.root.kind is Kind.STORAGE and len(each.steps) == 1)
    found = (sharing.provisions.stored.get(str(each), frozenset[Shape]()) for each in steps)
    return frozenset[AnyShape]().union(*found)


def _place(called: str) -> Path:
    return Path(Root(Kind.STORAGE, "", called))


def _outlives(base: Value) -> bool:
    """Whether an object was not created by this call."""
    return any(each.root.kind is not Kind.OWN for each in base.places)


def _ways(base: Value, name: str, here: Here) -> Iterator[tuple[str, str]]:
    """The names under which facts may know an attribute, each with the name that messages use."""
    for shape in base.shapes:
        if isinstance(shape, Made):
            yield f"{shape.type}.{name}", f"app.{name}"
        elif isinstance(shape, Named):
            yield f"{shape.dotted}.{name}", f"{shape.dotted}.{name}"
        elif isinstance(shape, Instance):
            yield from ((f"{each}.{name}", name) for each in shape.of.foreign_bases())
    yield from _from_parameters(base, f".{name}", here)


def _from_parameters(base: Value, end: str, here: Here) -> Iterator[tuple[str, str]]:
    """The names under which facts may know an attribute of a parameter: `.app.state`, and the name by the class of its
    annotation."""
    function = here.frame.function
    for place in base.places:
        if place.root.kind is Kind.PARAMETER and place.root.name != function.receiver:
            way = "".join((*map(str, place.steps), end))
            yield way, way.lstrip(".")
            shapes = here.frame.sharing.parameter(function, place.root.name) if way.count(".") > 1 else ()
            yield from ((f"{each.type}{way}", way.rpartition(".")[2]) for each in shapes if isinstance(each, Made))


def _yielded(base: Value, name: str, here: Here) -> Value | None:
    """An object that a lifespan function of the module created: `request.state.client`."""
    facts = here.frame.facts
    if not facts.knows(Yielded):
        return None
    row = facts.first(Yielded, (way for way, _ in _from_parameters(base, "", here)))
    made = here.frame.sharing.provisions.made if row is not None else {}
    if row is None or name not in made:
        return None
    return Value(frozenset({_place(f"{row.name.rpartition('.')[2]}.{name}")}), shapes=made[name])
