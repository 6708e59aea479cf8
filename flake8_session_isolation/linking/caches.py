"""Functions whose results a decorator keeps, and the classes of objects that all callers get from them."""

from __future__ import annotations

from flake8_session_isolation.facts import Cache, Reruns
from flake8_session_isolation.frontend import ir
from flake8_session_isolation.frontend.memoised import memoised
from flake8_session_isolation.frontend.scopes import Class, Function
from flake8_session_isolation.frontend.spelling import spelled_keywords
from flake8_session_isolation.linking.object_types import Sharing
from flake8_session_isolation.linking.shapes import Instance


def cache_of(function: Function, sharing: Sharing) -> tuple[ir.Expression, Cache] | None:
    """The caching decorator of a function and its row; None if it is configured with a key of its own."""
    for decorator in function.decorators:
        row = sharing.facts.row(Cache, sharing.qualified(decorator, function.around))
        if row is not None:
            return None if _has_own_key(decorator, row) else (decorator, row)
    return None


def _has_own_key(decorator: ir.Expression, row: Cache) -> bool:
    """Whether the decorator is given a key function, or keeps results for each session."""
    if not isinstance(decorator, ir.Call):
        return False
    by_key = any("key" in (each.arg or "key") for each in decorator.keywords)
    return by_key or any(each in row.own for each in spelled_keywords(decorator))


def survives_reruns(function: Function, sharing: Sharing) -> bool:
    """Whether what a function has cached is still there when its script is run again: the library that runs it keeps
    it, and gives no copies."""
    cache = cache_of(function, sharing) if function.decorators else None
    row = cache[1] if cache is not None else None
    return row is not None and not row.gives_copies and sharing.facts.row(Reruns, row.name) is not None


@memoised
def given_to_all(sharing: Sharing) -> frozenset[Class]:
    """The classes of which a cached function of a script returns one object to every run."""
    found: set[Class] = set()
    for function in sharing.module.functions:
        if not function.parameters and survives_reruns(function, sharing):
            found.update(each.of for each in sharing.result(function) if isinstance(each, Instance))
    return frozenset(found)
