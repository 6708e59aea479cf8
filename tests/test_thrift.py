"""What is loaded for a file that has nothing to say to us: next to nothing."""

from __future__ import annotations

import ast
from collections.abc import Callable
from pathlib import Path

import pytest

from flake8_session_isolation import facts
from flake8_session_isolation.frontend import quick_look

CASES = Path(__file__).parent / "cases"
Says = Callable[..., list[str]]

DOOR = {"", ".frontend", ".frontend.quick_look", ".frontend.test_modules", ".plugin", ".settings"}
MOST = 15
"""So many of our modules at most are loaded for a file that has nothing to say to us; `DOOR` is what there is today."""

LOADED = """\
import sys
from flake8.main.cli import main
assert main() in (0, 1)
for name in sorted(sys.modules):
    if name.partition(".")[0] in ("flake8_session_isolation", "astroid"):
        print("loaded", name)
raise SystemExit(1)
"""

QUIET = {
    "nothing": "",
    "constants": "LIMIT = 3\nNAME = 'board'\nSIZES = (1, 2)\n",
    "plain functions": "import json\n\n\ndef read(text):\n    return json.loads(text)\n",
    "a plain class": "class Point:\n    def __init__(self, x):\n        self.x = x\n        self.seen = []\n",
    "a table that is read": "SIZES = {'small': 1}\n\n\ndef size(name):\n    return SIZES[name]\n",
    "a table of a class that is read": (
        "class Shelf:\n    sizes = {'s': 1}\n\n    def size(self, name):\n        return self.sizes.get(name)\n"
    ),
    "tests": (
        "import asyncio\n\nsaid = []\n\n\nasync def test_it_is_said():\n    said.append('hello')\n"
        "    await asyncio.sleep(0)\n    assert said == ['hello']\n"
    ),
    "an occasion that is left out": "import lib\n\n\ndef size(name, request=None):\n    return lib.size(name)\n",
    "cookies, no server": "from http import cookiejar\n\n\ndef jar():\n    return cookiejar.CookieJar()\n",
    "a word in a text": "TEXT = 'async def chat(message): ...'  # await it\n",
}


@pytest.mark.parametrize("program", QUIET.values(), ids=QUIET.keys())
def test_a_quiet_file_loads_the_door_alone(folder: Path, flake8_says: Says, program: str) -> None:
    (folder / "quiet.py").write_text(program)
    modules = loaded(flake8_says)
    assert len(modules) <= MOST, f"{len(modules)} modules are loaded, {MOST} at most should be: {sorted(modules)}"
    assert modules == DOOR


def test_the_quick_look_skips_no_file_with_a_finding() -> None:
    skipped = []
    for file in sorted(CASES.rglob("*.py")):
        text = file.read_text()
        if "# error:" in text and not quick_look.worth_reading(ast.parse(text), text.splitlines(True), str(file)):
            skipped.append(file.name)
    assert skipped == []


def test_a_leak_loads_the_engine_but_not_astroid(folder: Path, flake8_says: Says, leak: str) -> None:
    (folder / "leak.py").write_text(leak)
    modules = loaded(flake8_says)
    assert modules > DOOR | {".analysis"}
    assert not [name for name in modules if name.startswith("astroid")]


@pytest.mark.parametrize("argument", ["--select=E,F", "--extend-ignore=SIS", "--ignore=S"])
def test_a_leak_that_could_not_be_shown_loads_the_door_alone(
    folder: Path, flake8_says: Says, leak: str, argument: str,
) -> None:
    (folder / "leak.py").write_text(leak)
    assert loaded(flake8_says, argument) == DOOR


def test_libraries_that_are_passed_over_serve_nothing() -> None:
    kinds = (facts.Handler, facts.HandlerBase, facts.Registers)
    rows = (row for row in facts.rows_for(quick_look._WITHOUT_HANDLERS) if isinstance(row, kinds))
    assert [row for row in rows if not row.name.startswith("http.server.")] == []


def loaded(flake8_says: Says, *arguments: str) -> set[str]:
    """Our modules that a run of flake8 loaded, each from its first dot on, and astroid's if there are any."""
    lines = flake8_says("-j1", *arguments, python=("-c", LOADED))
    names = [line.removeprefix("loaded ") for line in lines if line.startswith("loaded ")]
    return {name.removeprefix("flake8_session_isolation") for name in names}
