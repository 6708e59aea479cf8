"""A few files of the standard library, a few programs at random; `python -m tests.sweep` and `tests.fuzz` take all."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import fuzz, sweep

LONGEST = 600
"""Seconds: only what never ends is a fault here."""


def test_the_standard_library_makes_no_error() -> None:
    files = sweep.python_files(sweep.standard_library())
    served = [each for each in files if each.parent.name == "asyncio"]
    assert [each for each in sweep.swept([*files[::120], *served], LONGEST) if each.fault] == []


def test_an_error_and_a_file_without_end_are_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "main.py"
    path.write_text("async def handle():\n    pass\n")

    def fail(*_: object) -> list[object]:
        raise RuntimeError("provoked")

    def never_end(*_: object) -> list[object]:
        while True:
            pass

    monkeypatch.setattr(sweep, "check", fail)
    assert [each.fault[:22] for each in sweep.swept([path], 1)] == ["RuntimeError: provoked"]
    monkeypatch.setattr(sweep, "check", never_end)
    assert [each.fault for each in sweep.swept([path], 0.01)] == ["longer than 0.01 seconds"]


def test_programs_at_random_make_no_error() -> None:
    assert sum(len(fuzz.answers(each)) for each in fuzz.programs(25, seed=0))
