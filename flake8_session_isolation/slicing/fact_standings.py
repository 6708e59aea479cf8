"""Standings that facts give: of a function that a row names, and of a method of which a library's base class tells."""

from __future__ import annotations

from fnmatch import fnmatchcase

from flake8_session_isolation.facts import HandlerBase, OnceMethod, Serve, Served
from flake8_session_isolation.frontend import ir
from flake8_session_isolation.frontend.scopes import Class, Function, heirs_beside
from flake8_session_isolation.linking.object_types import Sharing
from flake8_session_isolation.linking.symbols import names_thing
from flake8_session_isolation.linking.wrappers import decorators_above
from flake8_session_isolation.slicing.administration import is_administrative
from flake8_session_isolation.slicing.execution_context import Context, Standing


def context_of(function: Function, served: Served) -> Context | None:
    """How a library runs the function."""
    how = served.coroutine if function.is_coroutine else served.plain
    return _CONTEXTS[how] if how is not None else None


_CONTEXTS = {
    Serve.TASKS: Context.TASKS,
    Serve.THREADS: Context.THREADS,
    Serve.SERIAL: Context.SERIAL,
    Serve.BESIDE: Context.BACKGROUND,
}


def standing_by(function: Function, served: Served, name: str) -> Standing | None:
    """The standing that facts give; None where the library takes no such function."""
    context = context_of(function, served)
    if context is None:
        return None
    administrative = is_administrative(function)
    return Standing(
        frozenset({context}), f"of '{name}'", True, True, is_by_facts=True, is_administrative=administrative, row=name
    )


def of_wrapper(standing: Standing | None, wrapper: Function, wrapped: Function, sharing: Sharing) -> Standing | None:
    """The standing of a function that replaces another one with this `standing`: a decorator demands a right of whoever
    calls its wrapper, so that only those above it have been asked before."""
    if standing is None or not standing.is_administrative:
        return standing
    before = decorators_above(wrapper, wrapped, sharing)
    is_for_some = is_administrative(wrapped, before) or is_administrative(wrapper)
    return standing._replace(is_administrative=is_for_some)


def threaded(served: Served) -> Served:
    """The same, with plain functions in threads."""
    return served._replace(plain=Serve.THREADS)


def is_given(keyword: str, decorator: ir.Expression) -> bool:
    """Whether a decorator is called with `keyword=True`."""
    given = {each.arg: each.value for each in getattr(decorator, "keywords", ())}
    value = given.get(keyword)
    return isinstance(value, ir.Constant) and value.value is True


def is_among(function: Function, methods: tuple[str, ...]) -> bool:
    """Whether a method is one of those a row names; without names, whether it is public."""
    last = function.name.rpartition(".")[2]
    if not methods:
        return not last.startswith("_")
    return any(fnmatchcase(last, each) for each in methods)


def by_base_of_a_heir(method: Function, sharing: Sharing) -> Standing | None:
    """How the method of a mixin runs on an instance of a class of its module that also inherits from a library's."""
    owner = method.owner
    if owner is None or owner.foreign_bases():
        return None
    heirs = heirs_beside(owner)
    once = (sharing.facts.row(OnceMethod, base) for each in heirs for base in each.foreign_bases())
    if any(row is not None and is_among(method, row.methods) for row in once):
        return None
    found = (by_base(method, each, sharing) for each in heirs if each.method(method.short_name) is method)
    return next(filter(None, found), None)


def by_base(method: Function, cls: Class, sharing: Sharing) -> Standing | None:
    """How a method runs on an instance of a class that inherits from a library's."""
    for base in cls.foreign_bases():
        row = sharing.facts.row(HandlerBase, base)
        if row is not None and is_among(method, row.methods):
            threads = any(names_thing(sharing.module, each) for each in row.threaded_by)
            return standing_by(method, threaded(row.served) if threads else row.served, row.name)
    return None
