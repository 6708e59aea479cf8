"""Values made comparable and searchable, whatever they are built of."""

from __future__ import annotations

import collections
import contextvars
import enum
import io
import re
import types
from builtins import id as identity  # while a run is on, `id` itself gives numbers that do not vary
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import Any, TypeAlias

from flake8_session_isolation.replay.errors import NotComparable

Part: TypeAlias = "tuple[str, object]"

DEEPEST = 30
ADDRESS = re.compile(r"\b0x[0-9a-fA-F]{6,}")
OPAQUE = frozenset(
    "asyncio _asyncio threading _thread concurrent logging weakref _weakref typing functools _io re ctypes _ctypes "
    "flake8_session_isolation".split())
"""Libraries whose objects count by their type alone: what they hold is their own, or compared otherwise."""

LIBRARY = frozenset(
    "builtins abc enum collections dataclasses io unittest decimal datetime uuid types contextlib queue _queue".split())
"""Parts of the standard library whose classes hold no session."""

LEAVES = (str, bytes, bytearray, int, float, complex, type(None), range, enum.Enum)
SEQUENCES = (list, tuple, collections.deque)
FLEETING = (types.GeneratorType, types.CoroutineType, types.AsyncGeneratorType, io.IOBase)


def canonical(value: object) -> str:
    """A text that is equal for equal values of two runs, and differs for others as far as possible. Entries of
    dictionaries and sets are sorted, addresses left out, cycles cut."""
    return _canonical(value, ())


def _canonical(value: object, above: tuple[int, ...]) -> str:
    if isinstance(value, LEAVES):
        return text_of(value)
    name = type(value).__name__
    if identity(value) in above or len(above) > DEEPEST:
        return f"<{name} again>"
    inside = (*above, identity(value))
    parts = [f"{step}={_canonical(part, inside)}" for step, part in parts_of(value)]
    if isinstance(value, (AbstractSet, Mapping)):
        parts.sort()
    label = "" if isinstance(value, (*SEQUENCES, Mapping, AbstractSet)) else text_of(value)
    return f"{name} {label}({', '.join(parts)})"


def text_of(value: object) -> str:
    """What a value says of itself, without addresses; of an object with a standard text, its type."""
    if isinstance(value, (types.FunctionType, types.MethodType, types.BuiltinFunctionType, type)):
        return str(getattr(value, "__qualname__", type(value).__name__))
    if isinstance(value, types.ModuleType):
        return value.__name__
    if not isinstance(value, LEAVES) and is_opaque(value):
        return type(value).__name__
    if isinstance(value, BaseException) or type(value).__repr__ is not object.__repr__:
        return without_addresses(type(value).__name__ if getattr(value, "__dict__", None) else repr(value))
    return type(value).__name__


def without_addresses(text: str) -> str:
    """The text, in which `at 0x7f32…` has become `at 0x`."""
    return ADDRESS.sub("0x", text) if "0x" in text else text


def is_opaque(value: object) -> bool:
    """Whether a value belongs to a library whose objects are compared by type alone."""
    return root_of(type(value)) in OPAQUE


def root_of(kind: type) -> str:
    """The first step of the dotted name of a class."""
    return str(kind.__module__).partition(".")[0]


def parts_of(value: object) -> Iterator[Part]:
    """The direct parts of a value, each with the step that leads to it."""
    if isinstance(value, types.FunctionType):
        yield from _held_by(value)
        return
    if isinstance(value, (*LEAVES, types.ModuleType)):
        return
    if isinstance(value, Mapping):
        for key, part in list(value.items()):
            yield (f"[{key!r}]", part) if isinstance(key, LEAVES) else (".items()", (key, part))
    elif isinstance(value, tuple) and hasattr(value, "_fields"):
        yield from ((f".{name}", part) for name, part in zip(value._fields, value))
    elif isinstance(value, SEQUENCES):
        yield from ((f"[{index}]", part) for index, part in enumerate(value))
    elif isinstance(value, AbstractSet):
        yield from (("{}", part) for part in list(value))
    yield from _attributes(value)


def _attributes(value: object) -> Iterator[Part]:
    if isinstance(value, io.StringIO):
        yield ".getvalue()", "" if value.closed else value.getvalue()
    elif isinstance(value, contextvars.ContextVar):
        yield ".get()", value.get(None)
    elif hasattr(value, "_queue") and isinstance(value._queue, (collections.deque, list)):
        yield "._queue", value._queue
    elif isinstance(value, BaseException):
        yield from (("args", value.args), *_own(value), ("cause", value.__cause__))
    elif isinstance(value, type):
        yield from _data_of(value)
    elif not is_opaque(value):
        yield from _own(value)
        own = {step for step, _ in _own(value)}
        yield from (part for part in _data_of(type(value)) if part[0] not in own)


def _own(value: object) -> list[Part]:
    slots = [name for kind in type(value).__mro__ for name in _names(kind.__dict__.get("__slots__", ()))]
    found = [(f".{name}", getattr(value, name)) for name in slots if hasattr(value, name)]
    held = getattr(value, "__dict__", {})
    return [*found, *sorted((f".{name}", part) for name, part in dict(held).items())] if held else found


def _names(slots: Any) -> list[str]:
    names = [slots] if isinstance(slots, str) else list(slots)
    return [name for name in names if not name.startswith("__")]


def _data_of(kind: type) -> Iterator[Part]:
    """The data attributes of a class, its own and inherited ones, that come from no library."""
    seen = set()
    for base in kind.__mro__:
        if base is object or root_of(base) in OPAQUE or root_of(base) in LIBRARY:
            continue
        for name, part in sorted(base.__dict__.items(), key=lambda item: item[0]):
            if name not in seen and not name.startswith("__") and is_data(part):
                seen.add(name)
                yield f".{name}", part


def is_data(part: object) -> bool:
    """Whether what a class holds is a value rather than one of its doings."""
    doings = (staticmethod, classmethod, property, types.FunctionType, types.BuiltinFunctionType)
    return not isinstance(part, doings) and not (hasattr(part, "__get__") and not isinstance(part, type))


def _held_by(function: types.FunctionType) -> Iterator[Part]:
    for name, cell in zip(function.__code__.co_freevars, function.__closure__ or ()):
        try:
            yield f" {name}", cell.cell_contents
        except ValueError:  # not bound yet
            continue
    yield from ((f" default {index}", part) for index, part in enumerate(function.__defaults__ or ()))
    yield from ((f".{name}", part) for name, part in function.__dict__.items() if name != "__wrapped__")


def places_of(token: str, value: object) -> list[str]:
    """The paths from a value to each text that contains the token, whatever its case."""
    return list(_places(token.lower(), value, "", set()))


def _places(token: str, value: object, way: str, seen: set[int]) -> Iterator[str]:
    if isinstance(value, LEAVES):
        text = bytes(value).decode("latin-1") if isinstance(value, (bytes, bytearray)) else str(value)
        if token in text.lower():
            yield way
        return
    if identity(value) in seen:
        return
    seen.add(identity(value))
    inside = list(parts_of(value))
    for step, part in inside:
        found = list(_places(token, part, way + step, seen))
        yield from found
        if not found and token in step.lower():
            yield way + step
    if not inside and token in text_of(value).lower():
        yield way


def refuse_fleeting(value: object, session: str) -> None:
    """Raise NotComparable if a result contains, at its top or one step below, something that can be used only once."""
    for step, part in [("", value), *(parts_of(value) if isinstance(value, (Mapping, *SEQUENCES)) else ())]:
        if isinstance(part, FLEETING) and not isinstance(part, (io.StringIO, io.BytesIO)):
            raise NotComparable(
                f"what session {session} got back holds at result{step} a {type(part).__name__}, of which two cannot "
                "be compared; return what it gives, or pass result=, a function from what the handler returns to "
                "what shall be compared"
            )
