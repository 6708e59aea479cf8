"""Whether a module may serve sessions at all: a cheap test before calls are resolved and other modules are read.

Most modules of a library have neither a coroutine nor a name by which facts know that something is served.  There the
contexts of functions depend on the module's own calls alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from flake8_session_isolation.facts import (
    Facts,
    Handler,
    HandlerBase,
    HandlerForm,
    How,
    Registers,
    Reruns,
    Row,
    Runs,
    SessionProxy,
    Starts,
)
from flake8_session_isolation.frontend import ir
from flake8_session_isolation.frontend.call_sites import body_of, header_of
from flake8_session_isolation.frontend.memoised import memoised
from flake8_session_isolation.frontend.scopes import Class, Module, last_name
from flake8_session_isolation.linking.known_endings import Endings
from flake8_session_isolation.linking.library_callbacks import callbacks_of
from flake8_session_isolation.linking.object_types import Sharing
from flake8_session_isolation.linking.signatures import has_form

_STARTING = frozenset({How.TASK, How.THREAD, How.SERVE})
"""Ways to run a function by which code that runs once makes it serve, or run in the background."""


@memoised
def may_serve(view: Sharing) -> bool:
    """Whether a function of the module may be served or run in the background; False only if that is certain."""
    module, facts = view.module, view.facts
    if any(each.is_coroutine for each in module.functions) or facts.knows(Reruns):
        return True
    if any(_is_run_by_a_base(each, facts) or _inherits_what_serves(each, view) for each in module.classes.values()):
        return True
    endings = _endings(facts)
    if any(map(endings.may_be, _names(module))):
        return True
    forms = facts.every(HandlerForm)
    if any(has_form(function, form) for form in forms for function in module.functions):
        return True
    return bool(callbacks_of(view).found or callbacks_of(view).abroad)


@memoised
def _endings(facts: Facts) -> Endings:
    """The last names of calls and decorators that serve functions or start them."""
    rows: list[Row] = [each for each in facts.every(Runs) if each.how in _STARTING]
    proxies = [each for each in facts.every(SessionProxy) if each.served is not None]
    return Endings([*rows, *proxies, *facts.every(Registers), *facts.every(Handler)])


def _is_run_by_a_base(cls: Class, facts: Facts) -> bool:
    bases = cls.foreign_bases()
    return any(facts.row(HandlerBase, each) or facts.row(Starts, each) for each in bases)


def _inherits_what_serves(cls: Class, view: Sharing) -> bool:
    """Whether methods of a base in another module may serve, which may call those of the class."""
    bases = ((each, view.seen_from(each.scope)) for each in cls.lineage()[1:] if each.module is not view.module)
    return any(_is_run_by_a_base(each, theirs.facts) or callbacks_of(theirs).found for each, theirs in bases)


def _names(module: Module) -> Iterator[str | None]:
    """All last names by which the module may call something."""
    for scope in module.scopes():
        yield from (whole.rpartition(".")[2] for whole in scope.imports.values())
    for function in module.functions:
        yield from function.mentions
        yield from map(last_name, function.decorators)
        yield from _attributes(header_of(function))
    for scope in (module.scope, *(each.scope for each in module.classes.values())):
        yield from _attributes(body_of(scope).nodes)


def _attributes(nodes: tuple[ir.Node, ...]) -> Iterator[str]:
    return (each.attr for each in nodes if isinstance(each, ir.Attribute))
