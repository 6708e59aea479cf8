"""A process that lints for days keeps what it knows of the files that are there, and nothing of what they were."""

from __future__ import annotations

import ast
import gc
import tracemalloc
import weakref
from collections.abc import Callable
from pathlib import Path

import pytest

import flake8_session_isolation
from flake8_session_isolation.analysis import check
from flake8_session_isolation.dataflow.summaries import summaries_of
from flake8_session_isolation.frontend import collector
from flake8_session_isolation.linking import program
from flake8_session_isolation.linking.program import linked
from flake8_session_isolation.settings import Settings
from flake8_session_isolation.slicing.bounds import AT_HOME
from tests.check import CASES, read

FILES = sorted((CASES / "across_files").glob("[hv]*/*.py"))
PACKAGE = Path(flake8_session_isolation.__file__).parent
PADDING = "-" * 10_000
MOST_BYTES = 1_000
"""Not more of each lint is kept; the text of a file is ten times as long, and what is known of it longer still. Python
3.10 keeps a frame for each function that has run: about 600 bytes, until all have."""


def lint(edit: str) -> int:
    """Look at all files, each with a line behind it, as an editor does; the number of findings."""
    found = 0
    for path in FILES:
        text = f"{read(path)}\n\n{edit}  # {PADDING}\n"
        found += len(check(ast.parse(text), text.splitlines(keepends=True), str(path), Settings()))
    return found


def kept() -> int:
    """The bytes that our own code has allocated, and that are not free."""
    gc.unfreeze()
    gc.collect()
    ours = tracemalloc.take_snapshot().filter_traces([tracemalloc.Filter(True, f"{PACKAGE}/*")])
    return sum(each.size for each in ours.statistics("filename"))


@pytest.mark.parametrize("edit", ["edited = 0".format, "edited_{0} = {0}".format], ids=["the same", "edited"])
def test_what_was_linted_does_not_stay_in_memory(edit: Callable[[int], str]) -> None:
    lint("")
    tracemalloc.start()
    try:
        assert [lint(edit(number)) for number in (1, 2)] == [lint("")] * 2 != [0, 0]
        before = kept()
        for number in range(3, 6):
            lint(edit(number))
        assert kept() - before < 3 * len(FILES) * MOST_BYTES
    finally:
        tracemalloc.stop()


def test_a_full_program_is_freed_when_the_next_one_begins(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(program, "MOST_LINTED", 1)
    settings, known = Settings(), []
    program.forget()
    for number in range(3):
        text = f"count_{number} = 0\n"
        monkeypatch.setattr(collector, "_in_use", 0)  # so that unused objects are looked for each time
        with collector.collector_at_rest():
            view = linked(ast.parse(text), text, str(tmp_path / f"counter_{number}.py"), settings)
        known.append(weakref.ref(view.program))
        del view
    assert [each() is None for each in known] == [True, True, False]


TWICE = """
history = []


async def say(message):
    history.append(message)
    return history


async def tell(message):
    history.append(message)
    return history
"""


def test_summaries_share_their_equal_parts() -> None:
    tree = ast.parse(TWICE)
    view = linked(tree, TWICE, "twice.py", Settings())
    summaries = summaries_of(view.program)
    one, other = (summaries.of(summaries.node(each, AT_HOME, False)) for each in view.module.functions)
    [said], [told] = one.effects, other.effects
    assert said.site != told.site
    assert said.path is told.path
    assert said.locks is told.locks
