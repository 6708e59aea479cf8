"""Records that replies contain as a whole: to return one is to read all its fields."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from flake8_session_isolation.dataflow.access_paths import Path
from flake8_session_isolation.dataflow.effects import Use
from flake8_session_isolation.facts import Action
from flake8_session_isolation.interference.accesses import Access
from flake8_session_isolation.interference.shared_objects import Objects
from flake8_session_isolation.linking.class_fields import is_record
from flake8_session_isolation.linking.places import Kind

_Key: TypeAlias = "tuple[object, ...]"


def shown_whole(gathered: Mapping[_Key, Sequence[Access]], objects: Objects) -> list[tuple[_Key, Access]]:
    """The reads of the attributes of shared records that replies contain as a whole, with the key of each place."""
    by_owner: dict[str, list[tuple[_Key, Sequence[Access]]]] = {}
    for key, accesses in gathered.items():
        root = accesses[0].effect.path.root
        if root.kind is Kind.OBJECT:
            by_owner.setdefault(root.owner, []).append((key, accesses))
    if not by_owner:
        return []
    reads = [each for accesses in gathered.values() for each in accesses if _is_shown(each)]
    return [(key, _as_read_of(each, held)) for each in reads for key, held in _fields(each, by_owner, objects)]


def _is_shown(access: Access) -> bool:
    is_read = access.effect.action is Action.READ and access.effect.use is Use.DATA
    return is_read and access.is_replied and access.is_served


def _fields(
    access: Access, by_owner: Mapping[str, Sequence[tuple[_Key, Sequence[Access]]]], objects: Objects
) -> Iterator[tuple[_Key, Sequence[Access]]]:
    """The fields of the record that is read, with their accesses: what it declares and does not keep private."""
    cls = objects.held_at(access.effect.path, access.entry)
    if cls is not None and is_record(cls, objects.sharing.seen_from(cls.scope)):
        for each in cls.lineage():
            for key, held in by_owner.get(each.name, ()):
                name = held[0].effect.path.root.name
                if name in each.scope.annotations and not name.startswith("_"):
                    yield key, held


def _as_read_of(access: Access, held: Sequence[Access]) -> Access:
    """The read as one of an attribute. It is the call's own value if the call has just set it."""
    effect, root = access.effect, held[0].effect.path.root
    own = (each for each in held if each.entry is access.entry and each.effect.site in effect.after)
    is_own = any(each.effect.replaces and not each.effect.path.steps and _is_at_once(each, access) for each in own)
    return access._replace(effect=effect.replaced(path=Path(root), exposed=effect.exposed and not is_own))


def _is_at_once(write: Access, read: Access) -> bool:
    """Whether no pause is known to lie between a write and a later read."""
    return write.effect.late or not read.effect.late
