"""The quick look at a file: which files are analysed at all."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from flake8_session_isolation.frontend.quick_look import worth_reading

SHELF = """\
from {module} import Base

lent = []


class Shelf(Base):
    def lend(self, name):
        lent.append(name)
        return lent
"""
SERVING = "import threading\n\n\nclass Base(threading.Thread):\n    def run(self):\n        self.lend('ann')\n"
PLAIN = "class Base:\n    pass\n"
BASES = {
    "one that serves": ({"base": SERVING}, True),
    "a plain one": ({"base": PLAIN}, False),
    "one of a plain one, with a metaclass": (
        {"base": "from abc import ABCMeta\nimport root\n\n\nclass Base(root.Root, metaclass=ABCMeta):\n    pass\n",
         "root": PLAIN.replace("Base", "Root")},
        False,
    ),
    "one of one that serves": (
        {"base": "import root as r\n\n\nclass Base(r.Root):\n    pass\n", "root": SERVING.replace("Base", "Root")}, True
    ),
    "one that is handed on": ({"base": "from root import Base\n", "root": SERVING}, True),
    "a plain one that is handed on": ({"base": "from root import (\n    Base,  # kept\n)\n", "root": PLAIN}, False),
    "a generic one": (
        {"base": "from typing import Generic, TypeVar\n\nT = TypeVar('T')\n\n\nclass Base(Generic[T]):\n    pass\n"},
        False,
    ),
    "one that a call makes": ({"base": "Base = object().__class__\n"}, True),
    "one in a form of servers": (
        {"base": "class Base:\n    def __init__(self, get_response):\n        self.get_response = get_response\n"}, True
    ),
    "a library's": ({}, False),
}


@pytest.mark.parametrize(("texts", "expected"), BASES.values(), ids=BASES.keys())
def test_a_file_that_keeps_state_is_read_if_its_base_may_serve(
    tmp_path: Path, texts: dict[str, str], expected: bool
) -> None:
    for name, text in texts.items():
        (tmp_path / f"{name}.py").write_text(text)
    assert is_read(tmp_path / "shelf.py", SHELF.format(module="base")) is expected


def test_a_base_is_found_in_a_source_root(tmp_path: Path) -> None:
    for folder in ("app", "lib"):
        (tmp_path / folder).mkdir()
    (tmp_path / "lib" / "base.py").write_text(SERVING)
    shelf = tmp_path / "app" / "shelf.py"
    assert not is_read(shelf, SHELF.format(module="base"))
    assert is_read(shelf, SHELF.format(module="base"), str(tmp_path / "lib"))


def test_a_base_is_found_by_a_relative_import(tmp_path: Path) -> None:
    (tmp_path / "shop").mkdir()
    for name, text in {"__init__": "", "base": SERVING}.items():
        (tmp_path / "shop" / f"{name}.py").write_text(text)
    assert is_read(tmp_path / "shop" / "shelf.py", SHELF.format(module=".base"))


TEST = "".join(
    f"\n\nasync def test_{name}():\n    await lend('{name}')\n    assert lent == ['{name}']\n"
    for name in ("ann", "bob", "cid", "dan", "eve", "fay")
)
LEND = "import asyncio\n\nlent = []\n\n\n{}async def lend(name):\n    lent.append(name)\n    await asyncio.sleep(0)\n"
PARTS = {
    "one helper": (LEND.format("") + TEST, False),
    "one class of tests": (
        LEND.format("") + TEST + "\n\nclass TestLending:\n    def test_lent(self):\n        assert lent\n", False
    ),
    "marks": (LEND.format("") + TEST.replace("async", "@pytest.mark.asyncio\nasync"), False),
    "two other functions": (LEND.format("") + "\n\nasync def give(name):\n    await lend(name)\n" + TEST, True),
    "a server": ("from aiohttp import web\n" + LEND.format("") + TEST, True),
    "a handler of an unknown library": (
        "from boards import board\n" + LEND.format("@board.on('lend')\n") + TEST, True
    ),
    "one test beside a default": (
        "def lend(name, lent=[]):\n    lent.append(name)\n    return lent\n\n\n"
        "def test_lend():\n    assert lend('ann') == ['ann']\n",
        True,
    ),
}


@pytest.mark.parametrize(("text", "expected"), PARTS.values(), ids=PARTS.keys())
def test_a_file_is_not_read_if_nearly_all_of_it_are_tests(text: str, expected: bool) -> None:
    assert is_read(Path("board.py"), text) is expected


SIZES = "class Shelf:\n    sizes = {}\n\n    def size(self, name):\n        return {}\n"
USES = {
    "read": ("{'s': 1}", "self.sizes.get(name)", False),
    "changed": ("{'s': 1}", "self.sizes.setdefault(name, 2)", True),
    "a part of it is changed": ("{'s': []}", "self.sizes.get(name).append(2)", True),
    "what it is filled with later is changed": ("{}", "self.sizes.get(name).append(2)", True),
    "what another variable holds may be changed": ("{'s': ALL}", "self.sizes.get(name).append(2)", True),
    "classes are made": ("{'s': Small}", "self.sizes.get(name)()", False),
    "an object": ("Sizes()", "self.sizes.get(name)", True),
}


@pytest.mark.parametrize(("value", "use", "expected"), USES.values(), ids=USES.keys())
def test_a_file_is_read_if_it_changes_a_class_attribute(value: str, use: str, expected: bool) -> None:
    assert is_read(Path("shelf.py"), SIZES.format(value, use)) is expected


def is_read(path: Path, text: str, *roots: str) -> bool:
    return worth_reading(ast.parse(text), text.splitlines(keepends=True), str(path), roots)
