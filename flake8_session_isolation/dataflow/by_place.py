"""What a function did at places, on whichever way: found by a place that may overlap, so that a write is not compared
with all others."""

from __future__ import annotations

from typing import Generic, TypeVar

from flake8_session_isolation.dataflow.access_paths import Path
from flake8_session_isolation.linking.places import Kind

Mark = TypeVar("Mark")

_ANY_ITEM = "[*"
_WHOLE = ""


class ByPlace(Generic[Mark]):
    """Pairs of a place and a mark, by the root and the first step; none is taken out."""

    __slots__ = ("_by_root",)

    def __init__(self) -> None:
        """Nothing is noted yet."""
        self._by_root: dict[tuple[str, str, Kind], dict[str, dict[tuple[Path, Mark], None]]] = {}

    def add(self, pair: tuple[Path, Mark]) -> None:
        """Note a pair."""
        root = pair[0].root
        at_root = self._by_root.setdefault((root.name, root.owner, root.kind), {})
        at_root.setdefault(_beginning(pair[0]), {})[pair] = None

    def near(self, path: Path) -> list[tuple[Path, Mark]]:
        """The pairs of places that may overlap with a path."""
        root = path.root
        known = self._by_root.get((root.name, root.owner, root.kind))
        if known is None:
            return []
        first = _beginning(path)
        if first in (_WHOLE, _ANY_ITEM):
            return [each for several in known.values() for each in several]
        wider = known.get(_ANY_ITEM, ()) if path.steps[0].is_item else ()
        return [*known.get(_WHOLE, ()), *known.get(first, ()), *wider]


def _beginning(path: Path) -> str:
    """The first step: an attribute, or an item under a key that is only the same if it is spelled so."""
    if not path.steps:
        return _WHOLE
    first = path.steps[0]
    if not first.is_item:
        return first.name
    return _ANY_ITEM if first.separates or first.name == "*" else f"[{first.name}"
