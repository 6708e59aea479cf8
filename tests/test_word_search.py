"""Whole words in a module's text, and those that a module only hands on."""

from __future__ import annotations

import pytest

from flake8_session_isolation.frontend.scopes import Module
from flake8_session_isolation.frontend.word_search import positions, uses_one


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("add", [0]),
        ("add(add)", [0, 4]),
        ("adder.add", [6]),
        ("readd", []),
        ("_add add_ add1", []),
        ("größeadd addö", []),
        ("", []),
    ],
)
def test_a_word_is_found_where_no_longer_one_begins_or_ends_with_it(text: str, found: list[int]) -> None:
    assert list(positions("add", text)) == found


@pytest.mark.parametrize(
    ("text", "is_used"),
    [
        ("from shop import add\n", False),
        ("from shop import add as add\n", False),
        ("from shop import (\n    add,\n    take,\n)\n", False),
        ("__all__ = ['add']\n", False),
        ("from shop import add as put\n", True),
        ("from shop import (\n    add as put,\n)\n", True),
        ("from shop import add\nadd(1)\n", True),
        ("from shop import take\n\n\ndef f():\n    from shop import add\n", True),
        ("import add\n", True),
        ("from shop import added\n", False),
    ],
)
def test_a_name_that_a_module_only_imports_and_offers_is_not_used(text: str, is_used: bool) -> None:
    module = Module()
    module.text = text
    assert uses_one(["other", "add"], module) is is_used
