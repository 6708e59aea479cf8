"""What a function did at places, on whichever way: found by a place that may overlap, so that a write is not compared
with all others."""

from __future__ import annotations

from typing import Generic, TypeVar

from flake8_session_isolation.dataflow.access_paths import Path
from flake8_session_isolation.linking.places import Kind

Mark = TypeVar("Mark")

_ITEMS = "["
_WHOLE = ""


class ByPlace(Generic[Mark]):
    """Pairs of a place and a mark, by the root and the attribute with which the steps begin; none is taken out."""

    __slots__ = ("_by_root",)

    def __init__(self) -> None:
        """Nothing is noted yet."""
        self._by_root: dict[tuple[str, str, Kind], dict[str, dict[tuple[Path, Mark], None]]] = {}

    def add(self, pair: tuple[Path, Mark]) -> None:
        """Note a pair."""
        root, steps = pair[0]
        at_root = self._by_root.setdefault((root.name, root.owner, root.kind), {})
        at_root.setdefault(_beginning(pair[0]) if steps else _WHOLE, {})[pair] = None

    def near(self, path: Path) -> list[tuple[Path, Mark]]:
        """The pairs of places that may overlap with a path."""
        root = path.root
        known = self._by_root.get((root.name, root.owner, root.kind))
        if known is None:
            return []
        if not path.steps:
            return [each for several in known.values() for each in several]
        return [*known.get(_WHOLE, ()), *known.get(_beginning(path), ())]


def _beginning(path: Path) -> str:
    """The first step, if it is an attribute; items may be one another."""
    first = path.steps[0]
    return _ITEMS if first.is_item else first.name
