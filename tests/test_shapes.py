"""Programs of a shape that people rarely write: long, deep, or in a circle.  Their findings are all there."""

from __future__ import annotations

import ast
import time
import warnings
from pathlib import Path

import pytest

from flake8_session_isolation.frontend.importing_files import importing
from flake8_session_isolation.frontend.quick_look import changing_classes, keeps_state
from tests.check import findings_in

LEAK = "history = []\n\n\nasync def chat(message):\n    history.append(message)\n    return history\n"
"""One finding, whatever follows it."""


def repeated(text: str, number: int) -> str:
    """A text so many times, with its number for `#` and the next one for `@`."""
    return "".join(text.replace("#", str(each)).replace("@", str(each + 1)) for each in range(number))


def handler(*statements: str) -> str:
    """A served function of these statements."""
    return "\n\nasync def handle(message):\n" + "".join(f"    {each}\n" for each in statements)


def chain(number: int) -> str:
    """So many functions, of which each gives what the next one gives."""
    last = f"\ndef step_{number}(x):\n    return x\n"
    return LEAK + repeated("\ndef step_#(x):\n    return step_@(x)\n", number) + last


CHAINS = {
    "functions that call each other in a circle": (
        LEAK + repeated("\ndef step_#(x):\n    history.append(x)\n    return step_@(x)\n", 250)
        + "\ndef step_250(x):\n    return step_0(x)\n"),
    "results of results": chain(1_000) + handler("return step_0(message)"),
    "calls of what calls give": LEAK + handler(f"message{'.x()' * 300}"),
    "attributes of attributes": LEAK + handler(f"message{'.a' * 900}.append(message)"),
    "subscripts of subscripts": LEAK + handler(f"message{'[0]' * 900}.append(message)"),
    "aliases of aliases": LEAK + "name_0 = history\n" + repeated("name_@ = name_#\n", 600) + handler("name_600.x"),
    "operators": LEAK + handler("return " + " + ".join(["message"] * 900)),
    "choices": LEAK + handler("return " + "1 if message else " * 400 + "2"),
    "functions in functions": LEAK + "".join(f"{' ' * each}def in_{each}(x):\n" for each in range(90)) + " " * 90 + "x",
    "lambdas in lambdas": LEAK + "nested = " + "lambda x: " * 80 + "x\n",
    "lists in lists": LEAK + "nested = " + "[" * 90 + "]" * 90 + "\n",
    "bases of bases": LEAK + "\nclass Base_0:\n    pass\n" + repeated("\nclass Base_@(Base_#):\n    pass\n", 300),
    "derived classes first": LEAK + "".join(
        f"\nclass Base_{each}(Base_{each - 1}):\n    pass\n" for each in range(300, 0, -1)),
    "decorators": (
        LEAK + "\ndef wrap(f):\n    return lambda *a: f(*a)\n\n" + "@wrap\n" * 300 + "def handle(message):\n    x\n"),
    "a table of lambdas": LEAK + "table = {\n" + repeated("    '#': lambda x: x + #,\n", 1_000) + "}\n",
    "a table": LEAK + "table = [" + repeated("[#, {'a': #}],", 4_000) + "]\n",
}


@pytest.mark.parametrize("text", CHAINS.values(), ids=CHAINS)
def test_a_leak_is_found_beside_a_long_chain(text: str) -> None:
    assert (5, 4, "SIS001") in [each[:3] for each in findings_in(text)]


LISTS = repeated("list_# = []\n", 600)
READ = "\n\nasync def read_#(message):\n    return history\n"
MANY = {
    "places in one function": LISTS + handler(*repeated("list_#.append(message)|", 600).split("|"), "return list_599"),
    "readers before the writer": "history = []\n" + repeated(READ, 600) + handler("history.append(message)"),
    "branches": "history = []\n" + handler(
        "if not message:", "    pass",
        *repeated("elif message == '#':|    history.append(message + '#')|", 450).split("|"), "return history"),
    "changes before another one": "others, history = [], []\n" + handler(
        *["others.append(message)"] * 450, "history.append(message)", "return history"),
    "calls before another one": LISTS + "history = []\n" + repeated(
        "\ndef add_#(x):\n    list_#.append(x)\n", 600) + "\n\ndef add(x):\n    history.append(x)\n" + handler(
        *repeated("add_#(message)|", 600).split("|"), "add(message)", "return history"),
}
"""The last change of each program is a leak, behind many others."""


@pytest.mark.parametrize("text", MANY.values(), ids=MANY)
def test_many_accesses_hide_no_leak(text: str) -> None:
    found = findings_in(text)
    assert any("'history'" in each.text or "'list_599'" in each.text for each in found), found[-3:]


def test_of_many_writers_each_is_shown() -> None:
    writers = repeated("\n\nasync def write_#(message):\n    history.append(message)\n", 600)
    found = findings_in("history = []\n" + writers + handler("return history"))
    assert [each.line for each in found] == list(range(5, 5 + 600 * 4, 4))


def test_an_import_chain_and_a_circle_end(tmp_path: Path) -> None:
    for number in range(60):
        (tmp_path / f"part_{number}.py").write_text(f"from part_{(number + 1) % 60} import *\nimport part_{number}\n")
    text = "from part_0 import *\nfrom part_0 import unknown\n" + LEAK
    assert [each.code for each in findings_in(text, str(tmp_path / "main.py"))] == ["SIS001"]


def test_a_module_that_imports_itself_is_one_module(tmp_path: Path) -> None:
    text = "import main\n\nhistory = []\n" + handler("main.history.append(message)", "return history")
    (tmp_path / "main.py").write_text(text)
    assert [each.code for each in findings_in(text, str(tmp_path / "main.py"))] == ["SIS001"]


def test_an_annotation_that_is_a_text_says_nothing_on_its_own() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        text = LEAK + r'''

async def handle(message: "Literal['\\d', 1is 2]") -> "Literal['\\w']":
    found: "Literal['\\d']" = history
    return found
'''
        tree = ast.parse(text)
        assert tree and [each.code for each in findings_in(text)] == ["SIS001"]


TEXTS = {
    "imports that are never closed": "\nimport (" * 20_000 + "\nimport x\n    x.y = 1\n",
    "imports from a module that are never closed": "\nfrom a import (" * 20_000 + "\nasync def f(): pass\n",
    "comments in imports that are never closed": "\nimport (# a # b\n c," * 10_000 + "\nimport x\n    x.y = 1\n",
    "an object's name in a longer one": f"class A:\n  def f(self):\n    {'self.a' * 20_000}\n",
    "an attribute of an attribute": f"class A:\n  def f(self):\n    {'self.a.' * 20_000}\n",
}
"""Texts that are looked through before they are parsed; nothing in most of them can be."""


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_a_look_through_a_text_takes_time_in_proportion_to_its_length(text: str, tmp_path: Path) -> None:
    (tmp_path / "web.py").write_text(text)
    started = time.process_time()
    keeps_state(text)
    changing_classes(text)
    importing(str(tmp_path / "store.py"), {})
    assert time.process_time() - started < 2


def test_a_comment_in_an_import_hides_no_name_after_it() -> None:
    text = "from store import (  # (all of it)\n    größe,\n    board,\n)\n\n\ndef add(x):\n    board.lines[0] = x\n"
    assert keeps_state(text)
