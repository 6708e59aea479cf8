"""Looks up a dotted name in the libraries that are installed, as a row of facts means it.

`lib.Thing.start` is `start` of an instance of `Thing`. What only instances have cannot be asked for without making
one, so the class must tell: it, or a base of it, annotates the attribute or assigns it to `self`.  A name goes on
behind such an attribute, or behind a property, as far as its class is known; further on it is out of sight.
"""

from __future__ import annotations

import ast
import functools
import importlib
import inspect
import sys
import textwrap
import typing
from collections.abc import Callable, Iterator
from fnmatch import fnmatchcase
from types import ModuleType
from typing import Any, NamedTuple


class Missing(Exception):
    """There is no such thing; the text is the part of the name that there is."""


class OutOfSight(Exception):
    """The name goes on behind an attribute whose class is not known; the text is the part before."""


class NotInstalled(Exception):
    """The library of the name cannot be imported."""


class Instance(NamedTuple):
    """What an attribute of an instance is known to hold: an object of this class, or of one that is not known."""

    of: type[Any] | None = None


def library_of(name: str) -> str:
    """What is imported for a name: its first part, and the second where the first is shared by several libraries."""
    first, *others = name.split(".")
    module = module_of(first)
    shared = module is not None and module.__spec__ is not None and module.__spec__.origin is None
    return ".".join([first, *others[:1]]) if shared else first


def look_up(name: str) -> object:
    """The thing of this name, or an `Instance`; for a name with a star the first thing that fits."""
    library = library_of(name)
    module = module_of(library)
    if module is None:
        raise NotInstalled(library)
    return follow(module, library, tuple(name.split(".")[library.count(".") + 1:]))


def follow(thing: object, name: str, parts: tuple[str, ...]) -> object:
    """What the parts lead to from the thing of this name."""
    if not parts:
        return thing
    if type(thing) is Instance and thing == Instance(None):
        raise OutOfSight(name)
    for part in fitting(thing, parts[0]):
        try:
            return follow(attribute(thing, part, name), f"{name}.{part}", parts[1:])
        except (Missing, OutOfSight):
            if "*" not in parts[0]:
                raise
    raise Missing(name)


def fitting(thing: object, part: str) -> list[str]:
    """The names in a thing that fit; a star stands for any text but that of Python's own names."""
    if "*" not in part:
        return [part]
    of = thing.of if isinstance(thing, Instance) else thing
    known = [*dir(of), *(each for base in getattr(of, "__mro__", ()) for each in assigned(base))]
    return [each for each in known if fnmatchcase(each, part) and not each.startswith("__")]


def attribute(thing: object, part: str, name: str) -> object:
    """What is under `part` in the thing of this name."""
    kind = type(thing)  # and not what the thing says of itself, as proxies do
    if issubclass(kind, ModuleType):
        return of_module(typing.cast(ModuleType, thing), part, name)
    if kind is Instance:
        return of_class(typing.cast("type[Any]", typing.cast(Instance, thing).of), part, name)
    if issubclass(kind, type):
        return of_class(typing.cast("type[Any]", thing), part, name)
    return of_object(thing, part, name)


def of_module(module: ModuleType, part: str, name: str) -> object:
    """What a module binds, or a module below it."""
    try:
        return getattr(module, part)
    except Exception:  # not only AttributeError: a module may refuse what it once had, in its own words
        below = module_of(f"{module.__name__}.{part}")
    if below is None:
        raise Missing(name)
    return below


def of_object(thing: object, part: str, name: str) -> object:
    """What an object has, or says that its class has: some answer only while they serve."""
    try:
        return getattr(thing, part)
    except Exception:  # whatever a property of a library raises, such as that no session is being served
        proxied = stands_for(thing, name.partition(".")[0])
    if proxied == Instance(None):
        raise OutOfSight(name)
    return of_class((proxied and proxied.of) or type(thing), part, name)


def stands_for(thing: object, library: str) -> Instance | None:
    """What a proxy stands for, by the annotation of the variable of the library that holds it; None for anything else.

    The class may be imported there for type checkers alone: then it is what the library itself calls so.
    """
    modules = [each for name, each in sys.modules.items() if f"{name}.".startswith(f"{library}.")]
    for module in modules:
        for name, annotation in inspect.get_annotations(module).items() if inspect.ismodule(module) else ():
            if vars(module).get(name) is thing:
                named = getattr(module, str(annotation), None) or getattr(sys.modules[library], str(annotation), None)
                return Instance(named if isinstance(named, type) else None)
    return None


def of_class(of: type[Any], part: str, name: str) -> object:
    """What instances of a class have."""
    for each in of.__mro__:
        if vars(each).get(part) is not None:
            return bound(vars(each)[part], of, part)
        if part in inspect.get_annotations(each):
            return Instance(told_by(each, part))
        if part in assigned(each):
            return Instance(made_by(each, assigned(each)[part]))
    if hasattr(of, part):
        return getattr(of, part)  # None, or of a metaclass
    raise Missing(name)


def bound(value: object, of: type[Any], part: str) -> object:
    """A class's attribute as instances see it; of a property the class that it is annotated with."""
    getter = getattr(value, "fget", None) or getattr(value, "func", None)
    if isinstance(value, (property, functools.cached_property)) and getter is not None:
        return Instance(told_by(getter, "return"))
    if inspect.isdatadescriptor(value):
        return Instance()
    return getattr(of, part)


def told_by(annotated: Callable[..., object] | type[Any], name: str) -> type[Any] | None:
    """The class that an annotation names, if it is a class."""
    try:
        said = typing.get_type_hints(annotated)[name]
    except Exception:  # names that exist for type checkers alone
        return None
    said = typing.get_origin(said) or said
    return said if isinstance(said, type) else None


def made_by(of: type[Any], name: str) -> type[Any] | None:
    """The class of this name in the module of a class."""
    made: object = sys.modules[of.__module__]
    for part in name.split("."):
        made = getattr(made, part, None)
    return made if isinstance(made, type) else None


@functools.lru_cache(maxsize=None)
def assigned(of: type[Any]) -> dict[str, str]:
    """What the methods of a class assign to `self`: to each name the name of its class, or what is none."""
    try:
        source = textwrap.dedent(inspect.getsource(of))
    except (OSError, TypeError):  # it is written in C
        return {}
    pairs = (pair for node in ast.walk(ast.parse(source)) for pair in targets_of(node))
    return {target.attr: ast.unparse(named) for target, named in pairs if is_of_self(target)}


def targets_of(node: ast.AST) -> Iterator[tuple[ast.Attribute, ast.expr]]:
    """The attributes that a statement assigns to, with what names their class: an annotation, or what is called."""
    match node:
        case ast.Assign(targets=targets, value=value):
            named = value.func if isinstance(value, ast.Call) else ast.Constant(None)
            yield from ((each, named) for each in targets if isinstance(each, ast.Attribute))
        case ast.AnnAssign(target=ast.Attribute() as target, annotation=annotation):
            yield target, annotation


def is_of_self(target: ast.Attribute) -> bool:
    """Whether it is `self.name`."""
    return isinstance(target.value, ast.Name) and target.value.id == "self"


@functools.lru_cache(maxsize=None)
def module_of(name: str) -> ModuleType | None:
    """The module of this name, if it can be imported."""
    try:
        return importlib.import_module(name)
    except ImportError:
        return None
