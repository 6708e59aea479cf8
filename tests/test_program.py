"""What is known of a program is kept; the findings of a file never depend on what was kept, nor on the slice."""

from __future__ import annotations

import ast
import gc
import weakref
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from flake8_session_isolation import analysis
from flake8_session_isolation.analysis import check
from flake8_session_isolation.finding import Finding
from flake8_session_isolation.frontend import collector
from flake8_session_isolation.interference import interference
from flake8_session_isolation.linking.object_types import Linked, Sharing
from flake8_session_isolation.linking.program import forget, linked
from flake8_session_isolation.settings import Settings
from flake8_session_isolation.slicing.reachability import Slice, whole
from tests.check import CASES, case_files, read

SETTINGS = Settings()
ACROSS = sorted((CASES / "across_files").rglob("*.py"))


def found_in(path: Path) -> list[Finding]:
    """The findings of one file, in the program that is there."""
    text = read(path)
    return check(ast.parse(text), text.splitlines(keepends=True), str(path), SETTINGS)


def found_in_all(paths: Iterable[Path]) -> dict[Path, list[Finding]]:
    """The findings of several files, in a program that begins with the first."""
    forget()
    return {each: found_in(each) for each in paths}


def program_of(path: Path) -> Linked:
    """The program in which a file is linked."""
    text = read(path)
    return linked(ast.parse(text), text, str(path), SETTINGS).program


@pytest.mark.once
def test_a_warm_program_says_what_a_cold_one_says() -> None:
    cold = {}
    for each in ACROSS:
        forget()
        cold[each] = found_in(each)
    assert found_in_all(ACROSS) == cold
    assert any(cold.values())


def test_a_file_that_no_other_leads_into_is_understood_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A finding asks what other files do outside of sessions: nothing, where none is known."""
    asked: list[Slice] = []
    understand = interference.understand

    def noted(part: Slice, *given: Any) -> Any:
        asked.append(part)
        return understand(part, *given)

    monkeypatch.setattr(interference, "understand", noted)
    assert found_in(CASES / "seed" / "current_context.py")
    assert len(asked) == 1


def test_the_order_of_files_changes_nothing() -> None:
    assert found_in_all(ACROSS) == found_in_all(reversed(ACROSS))


def test_a_program_that_is_dropped_does_not_stay_in_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is collected as soon as twice as many objects are exempted as the last collection left."""
    found_in_all(ACROSS[:3])
    exempted = gc.get_freeze_count()
    dropped = weakref.ref(program_of(ACROSS[0]))
    monkeypatch.setattr(collector, "_in_use", 0)
    forget()
    assert dropped() is None
    assert 0 < gc.get_freeze_count() < exempted


@pytest.mark.once
@pytest.mark.parametrize("path", case_files(), ids=lambda path: str(path.relative_to(CASES)))
def test_the_slice_leaves_out_nothing_that_is_reported(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sliced = found_in(path)

    def everything(view: Sharing, supposing: bool, called: bool) -> Slice:
        return whole(view)

    monkeypatch.setattr(analysis, "slice_of", everything)
    # With more functions in it, a text may name another reader.
    assert [each[:3] for each in found_in(path)] == [each[:3] for each in sliced]
