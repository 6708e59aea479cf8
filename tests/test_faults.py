"""Faults: a file that is no Python, a value that is no option's, and an error of our own; flake8 goes on."""

from __future__ import annotations

import gc
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pytest
from flake8.main.cli import main

from flake8_session_isolation import analysis, plugin
from flake8_session_isolation.rules import not_checked

Says = Callable[..., list[str]]

FAULTS = (
    RuntimeError, RecursionError, MemoryError, SyntaxError, AttributeError, TypeError, ImportError,
    StopIteration, SystemExit,
)


def test_a_syntax_error_is_flake8s_own(folder: Path, flake8_says: Says, leak: str) -> None:
    (folder / "broken.py").write_text(leak + "async def chat(message:\n")
    (folder / "leak.py").write_text(leak)
    broken, found = flake8_says("--select=E9,SIS")
    assert broken.startswith("./broken.py:") and " E999 " in broken
    assert found.startswith("./leak.py:7:5: SIS001 ")


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("place", [(plugin, "worth_reading"), (analysis, "check")], ids=["glance", "check"])
def test_an_error_of_ours_is_one_line_and_the_run_goes_on(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], leak: str,
    place: tuple[object, str], fault: type[BaseException],
) -> None:
    (folder / "leak.py").write_text(leak)
    (folder / "unused.py").write_text("import os\n")
    monkeypatch.chdir(folder)
    monkeypatch.setattr(*place, raiser(fault))
    assert main(["-j1", "."]) == 1
    printed = capsys.readouterr()
    ours = f"./leak.py:1:1: {not_checked.CODE} {not_checked.MESSAGE.format(kind=fault.__name__)}"
    assert [line for line in printed.out.splitlines() if "./leak.py" in line] == [ours]
    assert "./unused.py:1:1: F401 'os' imported but unused" in printed.out
    assert printed.err == ""


@pytest.mark.parametrize("fails", [False, True], ids=["an answer", "an error"])
@pytest.mark.parametrize("is_on", [True, False], ids=["on", "off"])
def test_the_garbage_collector_is_left_as_it_was(
    folder: Path, monkeypatch: pytest.MonkeyPatch, leak: str, is_on: bool, fails: bool,
) -> None:
    (folder / "leak.py").write_text(leak)
    monkeypatch.chdir(folder)
    if fails:
        monkeypatch.setattr(analysis, "check", raiser(RuntimeError))
    try:
        (gc.enable if is_on else gc.disable)()
        assert main(["-j1", "--select=SIS", "."]) == 1
        assert gc.isenabled() is is_on
    finally:
        gc.enable()


def test_the_log_alone_has_the_traceback(folder: Path, flake8_says: Says, leak: str) -> None:
    """Editors show what is on stderr, so an error of ours is silent there until `-v` asks for the log."""
    (folder / "leak.py").write_text(leak)
    [shown] = flake8_says(python=("-c", FAULTY))
    assert "SIS000 not checked: internal error (RuntimeError)" in shown
    verbose = [sys.executable, "-c", FAULTY, "-v"]
    log = subprocess.run(verbose, cwd=folder, capture_output=True, text=True).stderr
    assert "not checked: ./leak.py" in log
    assert "Traceback (most recent call last):" in log and "RuntimeError: provoked" in log


FAULTY = """\
from flake8.main.cli import main
from flake8_session_isolation import analysis

def check(*_):
    raise RuntimeError("provoked")

analysis.check = check
raise SystemExit(main())
"""


def test_an_interrupt_by_the_user_is_none_of_ours(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], leak: str,
) -> None:
    (folder / "leak.py").write_text(leak)
    monkeypatch.chdir(folder)
    monkeypatch.setattr(analysis, "check", raiser(KeyboardInterrupt))
    assert main(["leak.py"]) == 1
    assert capsys.readouterr().out == "... stopped while processing files\n"


def raiser(fault: type[BaseException]) -> Callable[..., NoReturn]:
    """A function that takes anything and raises `fault`."""
    def fail(*_: object) -> NoReturn:
        raise fault("provoked")
    return fail
