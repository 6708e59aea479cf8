"""Sets: unions of which most are empty, and one element of several, the same in every run."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TypeVar

Item = TypeVar("Item")


def both(some: frozenset[Item], others: frozenset[Item]) -> frozenset[Item]:
    """All elements of two sets; where one of them adds nothing because it is empty, the other set itself."""
    return some | others if some and others else some or others


def first(items: Iterable[Item]) -> Item | None:
    """The first of some elements of a set by their texts, None if there are none: the order of a set of texts differs
    from run to run."""
    found = [*items]
    return min(found, key=repr) if len(found) > 1 else found[0] if found else None


def in_order(items: Collection[Item]) -> Collection[Item]:
    """The elements of a set in the order of their texts."""
    return sorted(items, key=repr) if len(items) > 1 else items
