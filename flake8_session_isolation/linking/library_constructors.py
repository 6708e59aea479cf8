"""Calls that return an object of a library's class without naming the class: `model.start_chat()`."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

from flake8_session_isolation.facts import Begins, Conversation, Facts, SessionProxy
from flake8_session_isolation.frontend import ir
from flake8_session_isolation.linking.shapes import Instance, Made, Shape


def begun(
    call: ir.Call,
    names: Collection[str | None],
    facts: Facts,
    shapes_of: Callable[[ir.Expression], Iterable[Shape]],
    bound: Callable[[ir.Expression], ir.Expression],
) -> Made | None:
    """The object that a call creates, by the `names` under which facts may know it; None for any other call. An object
    made of a session's own object belongs to that session. `shapes_of` gives the shapes of an argument, `bound` the
    expression that a variable stands for."""
    begins = next(filter(None, (facts.row(Begins, name) for name in names)), None)
    remembers = next(filter(None, (facts.row(Conversation, name) for name in names)), None)
    if begins is None and remembers is None:
        return None
    arguments = {each.arg: bound(each.value) for each in call.keywords if each.arg is not None}
    for each in call.keywords:
        own = (made for made in shapes_of(each.value) if isinstance(made, Made) and facts.row(SessionProxy, made.type))
        if (private := next(own, None)) is not None:
            return private
    given = set(_named(arguments))
    if begins is not None:
        return Made(begins.type) if not begins.given or given & set(begins.given) else None
    if remembers is not None and not _is_met(remembers, given):
        return Made(f"forgetful {remembers.name}")
    return None


def _is_met(row: Conversation, given: set[str]) -> bool:
    """Whether an object created with these arguments remembers anything."""
    return (not row.given or bool(given & set(row.given))) and not given & set(row.unless)


def _named(arguments: Mapping[str, ir.Expression]) -> Iterator[str]:
    """The arguments that are given and not switched off by `None` or `False`, with the items of displays; the names of
    those that are switched off are given as well."""
    for name, value in arguments.items():
        if not isinstance(value, ir.Constant) or value.value:
            yield name
        elif value.value is False:
            yield f"{name}=False"
        if isinstance(value, ir.Dict):
            yield from (str(key.value) for key in value.keys if isinstance(key, ir.Constant))


def conversation(type_name: str, facts: Facts) -> Conversation | None:
    """The row for the conversations of this class, unless each session has its own."""
    return None if facts.row_of_class(SessionProxy, type_name) else facts.row_of_class(Conversation, type_name)


def remembering(shapes: Iterable[Shape], facts: Facts) -> Iterator[Conversation]:
    """The conversations that a value of these shapes may be: an object of such a class or of a subclass."""
    for shape in shapes:
        types = [shape.type] if isinstance(shape, Made) else []
        types += [each for each in shape.of.foreign_bases() if each] if isinstance(shape, Instance) else []
        yield from (row for each in types if (row := conversation(each, facts)) is not None)
