"""Where the object that an expression gives may come from: what a call can reach by it, as the slice asks."""

from __future__ import annotations

import ast
from pathlib import Path
from textwrap import dedent

import pytest

from flake8_session_isolation.frontend.call_sites import returned
from flake8_session_isolation.linking.constants import is_unchangeable_elsewhere
from flake8_session_isolation.linking.program import linked
from flake8_session_isolation.linking.value_sources import CAPTURED, LASTING, NOTHING, PARAMETER, RECEIVER, sources
from flake8_session_isolation.settings import Settings

PROGRAM = """
import enum

LIMIT = 3
NAMES = ["a"]
MISSING = object()


class Color(enum.Enum):
    RED = [255, 0, 0]


class Shelf:
    SIZE = 10
    books = []

    def __init__(self):
        self.rows = []

    def get_rows(self):
        return self.rows

    def look(self, key, *more, filled=[]):
        local, (first, second) = [], more
        for each in self.rows:
            pass

        def inner():
            return {expression}

        return {expression}


shelf = Shelf()


def get_shelf():
    return shelf


def pick(things):
    return things[0]
"""

EXAMPLES = {
    "[]": NOTHING,
    "local": NOTHING,
    "LIMIT": NOTHING,
    "MISSING": NOTHING,
    "Color.RED": NOTHING,
    "Shelf.SIZE": NOTHING,
    "get_shelf": NOTHING,
    "len": NOTHING,
    "Shelf()": NOTHING,
    "NAMES": LASTING,
    "NAMES[0].strip": LASTING,
    "shelf.rows": LASTING,
    "Shelf.books": LASTING,
    "get_shelf().rows": LASTING,
    "getattr(shelf, 'rows')": LASTING,
    "pick([shelf])": LASTING,
    "NAMES if key else local": LASTING,
    "self.rows": RECEIVER,
    "self.get_rows()": RECEIVER,
    "super()": RECEIVER,
    "each": RECEIVER,
    "key": PARAMETER,
    "second": PARAMETER,
    "key.part or self": PARAMETER | RECEIVER,
    "filled": PARAMETER | LASTING,
}


def found(expression: str, function: str) -> int:
    """The sources of an expression that a function of the program returns."""
    text = dedent(PROGRAM).replace("{expression}", expression)
    view = linked(ast.parse(text), text, "sources_of.py", Settings())
    [node] = [value for each in view.module.functions if each.short_name == function for value in returned(each)]
    [scope] = [each.scope for each in view.module.functions if each.short_name == function]
    return sources(node, scope, view)


@pytest.mark.parametrize(("expression", "expected"), EXAMPLES.items())
def test_an_object_comes_from_where_its_whole_does(expression: str, expected: int) -> None:
    assert found(expression, "look") == expected


@pytest.mark.parametrize(("expression", "expected"), [("key", CAPTURED), ("self.rows", CAPTURED), ("NAMES", LASTING)])
def test_what_a_nested_function_captures_is_the_variable_of_the_function_around(
    expression: str,
    expected: int,
) -> None:
    assert found(expression, "inner") == expected


def test_a_name_that_leads_to_itself_is_not_known_to_be_a_constant(tmp_path: Path) -> None:
    """A module may have the name of the library that it imports."""
    text = "import tracer\n\nSpan = tracer.Span\n"
    path = tmp_path / "tracer.py"
    path.write_text(text)
    view = linked(ast.parse(text), text, str(path), Settings())
    assert not is_unchangeable_elsewhere("tracer.Span", view)
    assert is_unchangeable_elsewhere("json.dumps", view)
