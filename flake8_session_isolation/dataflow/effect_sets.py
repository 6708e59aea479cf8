"""Sets of effects: each effect once, with a bounded number of variants of one access.

Where many functions call each other, one access reaches a function along thousands of ways, which differ in locks, in
what was written before, in what was read.  A few of them show what there is to see.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from flake8_session_isolation.dataflow.access_paths import Path
from flake8_session_isolation.dataflow.effects import Effect
from flake8_session_isolation.facts import Action
from flake8_session_isolation.linking.places import Kind, Root, Site

MOST_VARIANTS = 6
"""Effects at one site, on one place, that are kept separately."""
MOST_EFFECTS = 400
"""Effects from which on a function is charged only with those of its callees that are on places new to it."""
MOST_PLACES = 2_000
"""Effects from which on a function is charged with nothing."""

_Access: TypeAlias = "tuple[Path, Action, Site]"


class EffectSet:
    """Effects in the order in which they were added."""

    __slots__ = ("_effects", "_roots", "_variants")

    def __init__(self) -> None:
        """Empty."""
        self._effects: dict[Effect, None] = {}
        self._variants: dict[_Access, int] = {}
        self._roots: set[Root] | None = None

    def add(self, effect: Effect) -> None:
        """Add an effect, unless there are enough like it."""
        if effect not in self._effects and not self.has_enough(effect):
            access = (effect.path, effect.action, effect.site)
            self._effects[effect] = None
            self._variants[access] = self._variants.get(access, 0) + 1
            if self._roots is not None:
                self._roots.add(effect.path.root)

    def has_enough(self, effect: Effect) -> bool:
        """Whether no further variant of an access is kept."""
        return self._variants.get((effect.path, effect.action, effect.site), 0) >= MOST_VARIANTS

    def has_room_for(self, effect: Effect) -> bool:
        """Whether a callee's effect is kept beside those already there: in a large function only one on a new place, or
        on a place that a caller determines."""
        if len(self._effects) <= MOST_EFFECTS:
            return True
        if self._roots is None:
            self._roots = {each.path.root for each in self._effects}
        root = effect.path.root
        return len(self._effects) <= MOST_PLACES and (root.kind is Kind.PARAMETER or root not in self._roots)

    def __iter__(self) -> Iterator[Effect]:
        """In the order in which they were added."""
        return iter(self._effects)

    def __len__(self) -> int:
        """How many there are."""
        return len(self._effects)
