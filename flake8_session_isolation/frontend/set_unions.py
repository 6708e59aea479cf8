"""Unions of sets of which most are empty."""

from __future__ import annotations

from typing import TypeVar

Item = TypeVar("Item")


def both(some: frozenset[Item], others: frozenset[Item]) -> frozenset[Item]:
    """All elements of two sets; where one of them adds nothing because it is empty, the other set itself."""
    return some | others if some and others else some or others
