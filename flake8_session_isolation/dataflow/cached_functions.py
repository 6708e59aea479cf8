"""Functions whose results are cached: who gets the same result, and what a change to it does.

Facts name the decorators (`functools.lru_cache`).  A result is a place of its own, under a key made of the arguments;
what it was made from beside them is the first caller's for all who come later.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from flake8_session_isolation.dataflow.access_paths import Path, Step
from flake8_session_isolation.dataflow.effects import Effect
from flake8_session_isolation.dataflow.state import Frame
from flake8_session_isolation.dataflow.values import CONTEXT, Origin, Value
from flake8_session_isolation.facts import Action
from flake8_session_isolation.frontend import ir
from flake8_session_isolation.frontend.memoised import memoised
from flake8_session_isolation.frontend.scopes import Class, Function
from flake8_session_isolation.frontend.walking import walk, walk_function
from flake8_session_isolation.linking.caches import cache_of
from flake8_session_isolation.linking.library_constructors import remembering
from flake8_session_isolation.linking.object_types import Sharing, is_container
from flake8_session_isolation.linking.places import Kind, Root
from flake8_session_isolation.linking.shapes import Instance, Made

COROUTINE = Made("collections.abc.Coroutine")
"""What a cache keeps that does not know coroutines: an object that can be awaited once."""


def kept(function: Function, result: Value, bound: Mapping[str, Value], sharing: Sharing) -> Value | None:
    """The result of a cached function as part of a place, if it is a new container or object that later calls get
    again."""
    cache = cache_of(function, sharing) if function.decorators and result.is_new else None
    if cache is None or cache[1].gives_copies:
        return None
    given = always_kept(function, result, sharing)
    if given is None or not bound:
        return given
    key = _key(list(bound.values()))
    return Value(frozenset(each.then(key) for each in given.places), shapes=given.shapes)


def always_kept(function: Function, result: Value, sharing: Sharing) -> Value | None:
    """The result of a cached function as a place of its own, if it is a new container or object."""
    if not result.is_new or result.places or not _can_change(result, sharing):
        return None
    return Value(frozenset({Path(Root(Kind.CACHED, "", function.name))}), shapes=result.shapes)


def kept_object(cls: Class) -> Value:
    """The one instance of a class whose instance is created once for all."""
    return Value(frozenset({Path(Root(Kind.CACHED, "", cls.name))}), shapes=frozenset({Instance(cls)}))


def _can_change(result: Value, sharing: Sharing) -> bool:
    known = [each for each in result.shapes if isinstance(each, (Made, Instance))]
    if is_container(known, sharing.facts) or any(isinstance(each, Instance) for each in known):
        return True
    return next(remembering(known, sharing.facts), None) is not None


def _key(values: list[Value]) -> Step:
    texts = [each.constant for each in values]
    if all(text is not None for text in texts):
        return Step(", ".join(map(str, texts)), is_item=True)
    return Step("*", is_item=True, separates=True)


def remembers(frame: Frame, result: Value) -> Iterator[Effect]:
    """Data in a function's cache that the next caller must not get, as a write at the decorator."""
    cache = cache_of(frame.function, frame.sharing) if frame.function.decorators else None
    if cache is None:
        return
    decorator, row = cache
    site = frame.site(decorator)
    place = Path(Root(Kind.CACHED, "", frame.function.name))
    is_innermost = frame.function.decorators[-1] is decorator
    if frame.function.is_coroutine and not row.awaits:
        if is_innermost:
            yield Effect(place, Action.REPLACE, site, value=Value(shapes=frozenset({COROUTINE})))
    elif _is_of_the_caller(result) and (not row.per_object or _is_one_for_all(frame)):
        yield Effect(place, Action.REPLACE, site, value=Value(origins=frozenset({CONTEXT})))


def chosen_for_the_caller(frame: Frame, result: Value, of: Iterable[Origin]) -> Value:
    """A value in a cached function, with the mark of the caller's session if data of these origins decided which it
    is."""
    if _is_of_the_caller(result) or not any(each.parameter == CONTEXT.parameter for each in of):
        return result
    is_cached = cache_of(frame.function, frame.sharing) is not None
    return result.replaced(origins=result.origins | {CONTEXT}) if is_cached else result


def chosen_by_a_callee(function: Function, bound: Mapping[str, Value], frame: Frame, result: Value) -> Value:
    """The same for what a function of the project returns, which may test what it is given."""
    tested = (bound[each] for each in _tested_parameters(function) if each in bound)
    return chosen_for_the_caller(frame, result, (one for each in tested for one in each.origins))


@memoised
def _tested_parameters(function: Function) -> frozenset[str]:
    """The parameters that a function tests or looks something up by, so that they may decide what it returns."""
    deciding = (part for each in walk_function(function) for part in _deciding(each))
    names = frozenset(each.id for each in walk(*deciding) if isinstance(each, ir.Name))
    return names & frozenset(function.parameters)


def _deciding(node: ir.Node) -> Iterator[ir.Expression]:
    """The part of a node that decides which of several values there is."""
    match node:
        case ir.Branch(test=part) | ir.IfExp(test=part) | ir.While(test=part) | ir.Match(subject=part):
            yield part
        case ir.Subscript(slice=part) | ir.Call(func=ir.Attribute(attr="get"), args=[part, *_]):
            yield part


def _is_of_the_caller(result: Value) -> bool:
    """Whether a result was made of data that a context variable or a request proxy holds for the caller's session."""
    return any(each.parameter == CONTEXT.parameter for each in result.origins)


def _is_one_for_all(frame: Frame) -> bool:
    """Whether a variable of the module holds an object of the function's class."""
    shapes = (frame.sharing.variable(name, frame.module.scope) for name in frame.module.scope.bindings)
    owner = frame.function.owner
    return any(isinstance(each, Instance) and each.of is owner for found in shapes for each in found)
