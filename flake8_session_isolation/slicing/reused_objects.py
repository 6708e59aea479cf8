"""Execution contexts of the methods by which all calls of a decorated function enter and leave one object.

Such a class offers itself as a decorator: whatever decorates a function with it keeps one object for all calls, which
overlap as soon as two threads or tasks call the function.  Only the object's own attributes are judged in this way.
"""

from __future__ import annotations

from collections.abc import Iterator

from flake8_session_isolation.frontend import ir
from flake8_session_isolation.frontend.call_sites import nodes_in
from flake8_session_isolation.frontend.memoised import memoised
from flake8_session_isolation.frontend.scopes import Class, Function, last_name
from flake8_session_isolation.linking.object_types import Sharing
from flake8_session_isolation.linking.places import Site
from flake8_session_isolation.linking.self_decorators import reused
from flake8_session_isolation.slicing.entry_points import Contexts, contexts_of
from flake8_session_isolation.slicing.execution_context import Context, Standing

_BECAUSE = "each call of what it decorates"
_REUSED = Standing(frozenset({Context.THREADS}), _BECAUSE, True, True, is_reuse=True)
_REUSED_BY_TASKS = Standing(frozenset({Context.TASKS}), _BECAUSE, True, True, is_reuse=True)


@memoised
def reused_of(view: Sharing) -> tuple[Function, ...]:
    """The methods of a module by which all calls enter and leave the same object. Left out are those that only tests
    use, because a test runner calls one after the other, and those of a class whose objects the module makes for `with`
    statements alone."""
    found = [each for each in reused(view.module) if not _is_for_blocks(each.owner, view)]
    contexts = contexts_of(view) if found else None
    return tuple(each for each in found if contexts is not None and contexts.of(each).contexts != {Context.TEST})


def _is_for_blocks(cls: Class | None, view: Sharing) -> bool:
    """Whether a module makes objects of a class, each where a block begins: `with Timer():`. That no file decorates
    with one is looked at in those that import the module, too."""
    name, module = cls.short_name if cls is not None else "", view.module
    functions = (one for each in (module, *view.program.importers.of(module)) for one in each.functions)
    decorators = (each for function in functions for each in function.decorators)
    if any(isinstance(each, ir.Call) and last_name(each.func) == name for each in decorators):
        return False
    nodes = [each for each in nodes_in(module.scope) if isinstance(each, (ir.Call, ir.With))]
    made = {each for each in nodes if isinstance(each, ir.Call) and last_name(each.func) == name}
    entered = {item.context_expr for each in nodes if isinstance(each, ir.With) for item in each.items}
    return bool(made) and made <= entered


def reused_classes(view: Sharing) -> frozenset[Class]:
    """The classes of a module of which one object serves all calls of what it decorates."""
    return frozenset(each.owner for each in reused_of(view) if each.owner is not None)


def _reused(function: Function) -> Standing:
    return _REUSED_BY_TASKS if function.is_coroutine else _REUSED


class Reusing:
    """The standings of functions if only calls of decorated functions are looked at."""

    def __init__(self, contexts: Contexts, functions: tuple[Function, ...]) -> None:
        """For the functions by which these calls enter and leave the object."""
        self.known = contexts
        self.module = contexts.module
        self.script = contexts.script
        self.functions = functions

    def of(self, function: Function) -> Standing:
        """The standing of a function by which calls enter or leave, or the known one."""
        return _reused(function) if function in self.functions else self.known.of(function)

    def entries(self) -> Iterator[tuple[Function, Standing]]:
        """The functions by which calls enter and leave."""
        return ((each, _reused(each)) for each in self.functions)

    def offered(self) -> Iterator[tuple[Function, Standing]]:
        """No other functions are looked at."""
        return iter(())

    def is_called_at_start(self, function: Function) -> bool:
        """Whether code that runs once calls a function, among other callers."""
        return self.known.is_called_at_start(function)

    def is_kept_as_handler(self, function: Function) -> bool:
        """Whether an object of a library keeps the function and calls it later."""
        return self.known.is_kept_as_handler(function)

    def abroad(self) -> Iterator[tuple[Function, Standing, Site]]:
        """No functions of other modules are looked at."""
        return iter(())

    def started(self) -> Iterator[tuple[Function, Standing, Site]]:
        """No functions of other modules are looked at."""
        return iter(())
