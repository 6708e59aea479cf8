"""A name in an option does what the same name does in a row, with a star at its end as without."""

from __future__ import annotations

import ast
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from flake8_session_isolation import facts
from flake8_session_isolation.analysis import check
from flake8_session_isolation.settings import Settings

Says = Callable[..., list[str]]

DECORATED = """\
from shop.server import serves

count = 0


@serves
def visit():
    global count
    count += 1
    return count
"""

INHERITED = """\
from shop.server import Endpoint

count = 0


class Visits(Endpoint):
    def answer(self, name):
        global count
        count += 1
        return count
"""

STARTED = """\
from shop.server import answer, on_start

history = []


@on_start
async def fill(message):
    history.append(message)
    return await answer(history)
"""

ON_PURPOSE = """\
from shop.server import answer

board = []


async def post(message):
    board.append(message)
    return await answer(board)
"""


class Option(NamedTuple):
    """An option, the word that says the same as a row, a program, and the codes without and with the name."""

    option: str
    word: str
    program: str
    without: tuple[str, ...]
    with_it: tuple[str, ...]

    def __str__(self) -> str:
        """As a test is called."""
        return self.option


SERVES = Option("sis-handler-decorators", "Handler", DECORATED, (), ("SIS003",))
ENDPOINT = Option("sis-handler-bases", "HandlerBase", INHERITED, (), ("SIS003",))
ONCE = Option("sis-run-once", "RunsOnce", STARTED, ("SIS001",), ())
PURPOSE = Option("sis-shared-on-purpose", "SharedOnPurpose", ON_PURPOSE, ("SIS001",), ())

OPTIONS = (SERVES, ENDPOINT, ONCE, PURPOSE)

each_name = pytest.mark.parametrize(("option", "name", "does"), [
    (SERVES, "shop.server.serves", True), (SERVES, "shop.server.ser*", True), (SERVES, "shop.server.serve", False),
    (ENDPOINT, "shop.server.Endpoint", True), (ENDPOINT, "shop.*", True), (ENDPOINT, "shop.server.Endpoint.*", False),
    (ONCE, "shop.server.on_start", True), (ONCE, "shop.server.on_*", True), (ONCE, "shops.*", False),
    (PURPOSE, "app.board", True), (PURPOSE, "app.*", True), (PURPOSE, "board.*", False),
], ids=str)


@pytest.mark.parametrize("option", OPTIONS, ids=str)
def test_without_an_option_it_is_the_program_that_tells(folder: Path, flake8_says: Says, option: Option) -> None:
    (folder / "app.py").write_text(option.program)
    assert codes_of(flake8_says("--select=SIS", "app.py")) == option.without


@each_name
def test_a_name_in_an_option_is_answered_by_flake8(
    folder: Path, flake8_says: Says, option: Option, name: str, does: bool,
) -> None:
    (folder / "app.py").write_text(option.program)
    said = flake8_says("--select=SIS", f"--{option.option}={name}", "app.py")
    assert codes_of(said) == (option.with_it if does else option.without)


@each_name
def test_a_row_of_that_name_is_answered_alike(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, option: Option, name: str, does: bool,
) -> None:
    """The name that a row gives in the file of the library `shop`."""
    row = f"{option.word}({name!r})"
    (tmp_path / "shop.py").write_text(f"from {facts.__name__} import {option.word}\nROWS = ({row},)\n")
    monkeypatch.setattr(facts, "__path__", [*facts.__path__, str(tmp_path)])
    monkeypatch.setattr(facts, "_FILES", facts._FILES | {"shop"})
    monkeypatch.delitem(sys.modules, f"{facts.__name__}.shop", raising=False)
    found = check(ast.parse(option.program), option.program.splitlines(keepends=True), "app.py", Settings())
    assert tuple(each.code for each in found) == (option.with_it if does else option.without)


def codes_of(lines: list[str]) -> tuple[str, ...]:
    """The codes of flake8's lines."""
    return tuple(line.split()[1] for line in lines)
