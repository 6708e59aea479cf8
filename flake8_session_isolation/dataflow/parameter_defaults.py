"""Mutable defaults as values: one object for all calls.

A parameter with such a default is a place of its caller's, and that of the default where the caller gives nothing.  A
test that only an argument passes leaves the default out.
"""

from __future__ import annotations

from collections.abc import Iterator

from flake8_session_isolation.dataflow.access_paths import Path
from flake8_session_isolation.dataflow.values import Value
from flake8_session_isolation.frontend.scopes import Function
from flake8_session_isolation.linking.object_types import Sharing
from flake8_session_isolation.linking.parameter_defaults import mutable_default_shapes
from flake8_session_isolation.linking.places import Kind, Root


def default_values(function: Function, sharing: Sharing) -> Iterator[tuple[str, Value]]:
    """Parameters whose default is a container or an object of the project, with the default."""
    for name, shape in mutable_default_shapes(function, sharing):
        yield name, Value(frozenset({Path(Root(Kind.DEFAULT, function.name, name))}), shapes=frozenset({shape}))


def defaults_in(value: Value) -> frozenset[Path]:
    """The defaults that a value may be, or that are written as parts of it."""
    places = value.places.union(*(each.places for each in value.parts))
    return frozenset(each for each in places if each.root.kind is Kind.DEFAULT and not each.steps)


def without_defaults(value: Value) -> Value:
    """The value without the possibility that it is a default."""
    places = frozenset(each for each in value.places if each.root.kind is not Kind.DEFAULT)
    return value if places == value.places else value.replaced(places=places)
