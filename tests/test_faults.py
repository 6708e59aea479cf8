"""Faults: a file that is no Python, a value that is no option's, and an error of our own; flake8 goes on."""

from __future__ import annotations

import gc
import inspect
import itertools
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, NoReturn

import pytest
from flake8.main.cli import main

from flake8_session_isolation import analysis, plugin
from flake8_session_isolation.dataflow import summaries
from flake8_session_isolation.finding import Finding
from flake8_session_isolation.interference import interference
from flake8_session_isolation.linking import program
from flake8_session_isolation.linking.program import forget
from flake8_session_isolation.rules import module_state_written, not_checked
from flake8_session_isolation.slicing import reachability
from tests.check import case_files, findings_in, read

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


STAGES = {
    "linking": (analysis, "linked"),
    "the slice": (analysis, "slice_of"),
    "lowering": (program, "lower"),
    "entry points": (reachability, "contexts_of"),
    "summaries": (summaries, "summarise"),
    "meetings": (interference, "meetings"),
    "rules": (module_state_written, "find"),
}


@pytest.mark.parametrize("fault", [RuntimeError, RecursionError, MemoryError])
@pytest.mark.parametrize("stage", STAGES.values(), ids=STAGES)
def test_an_error_in_any_stage_is_of_that_file_alone(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], leak: str,
    stage: tuple[Any, str], fault: type[BaseException],
) -> None:
    """The stage fails at the first file, which both others import; nothing half made is left for these."""
    files = ["first.py", "second.py", "third.py"]
    for name in files:
        (folder / name).write_text(f"import first\n{leak}")
    monkeypatch.chdir(folder)
    monkeypatch.setattr(*stage, failing_once(getattr(*stage), fault))
    forget()
    assert main(["-j1", "--select=SIS,F", *files]) == 1
    shown = [line.split(" ")[:2] for line in capsys.readouterr().out.splitlines()]
    assert sorted(shown) == [
        ["first.py:1:1:", "F401"], ["first.py:1:1:", "SIS000"],
        ["second.py:1:1:", "F401"], ["second.py:8:5:", "SIS001"],
        ["third.py:1:1:", "F401"], ["third.py:8:5:", "SIS001"]]


def failing_once(real: Callable[..., Any], fault: type[BaseException]) -> Callable[..., Any]:
    """The function, which raises `fault` when it is called first."""
    calls = itertools.count()

    def stage(*given: Any, **named: Any) -> Any:
        if not next(calls):
            raise fault("provoked")
        return real(*given, **named)
    return stage


FAILING = """\
import builtins, multiprocessing, os, sys
from flake8.main.cli import main
from flake8_session_isolation import analysis

sound = analysis.check


def check(tree, lines, filename, settings):
    kind = os.path.splitext(os.path.basename(filename))[0]
    if kind in ("RuntimeError", "RecursionError", "MemoryError", "SystemExit"):
        raise getattr(builtins, kind)("provoked")
    return sound(tree, lines, filename, settings)


analysis.check = check
if __name__ == "__main__":
    multiprocessing.set_start_method(sys.argv.pop(1))
    raise SystemExit(main())
"""
"""Workers that start from nothing import it again, with its fault."""


@pytest.mark.parametrize("jobs", ["fork -j1", "fork -j2", "spawn -j2", "forkserver -j2"])
def test_an_error_in_one_file_costs_no_other_file_in_any_process(
    folder: Path, flake8_says: Says, leak: str, jobs: str,
) -> None:
    kinds = ("RuntimeError", "RecursionError", "MemoryError", "SystemExit")
    names = ("leak_one", *kinds, "leak_two", "leak_three")
    for name in names:
        (folder / f"{name}.py").write_text(leak + "import os\n")
    script = folder / "failing" / "start.py"
    script.parent.mkdir()
    script.write_text(FAILING)
    shown = flake8_says(*jobs.split(), "--select=SIS,F401", *(f"{each}.py" for each in names), python=[str(script)])
    assert sorted(" ".join(line.split()[:2]) for line in shown) == sorted(
        [f"{each}.py:9:1: F401" for each in names]
        + [f"{each}.py:1:1: SIS000" for each in kinds]
        + [f"{each}.py:7:5: SIS001" for each in names if each not in kinds])


def test_a_stack_that_is_nearly_used_up_costs_no_later_finding(folder: Path, leak: str) -> None:
    """The code that calls may leave little of Python's stack; what was half understood there is not kept."""
    for room in range(40, 400, 20):
        assert {each.code for each in deep_down(leak, folder, room)} <= {"SIS001"}
        assert [each.code for each in findings_in(leak, str(folder / "leak.py"))] == ["SIS001"]


def deep_down(text: str, folder: Path, room: int) -> list[Finding]:
    """The findings where the stack has room for so many further calls; none where that is too few."""
    def down(calls: int) -> list[Finding]:
        return down(calls - 1) if calls else findings_in(text, str(folder / "leak.py"))
    try:
        return down(sys.getrecursionlimit() - len(inspect.stack(0)) - room)
    except RecursionError:
        return []


def test_threads_of_one_process_get_the_same_findings() -> None:
    paths = case_files()[::40]
    alone = [findings_in(read(each), str(each)) for each in paths]
    with ThreadPoolExecutor(4) as threads:
        for together in threads.map(lambda _: [findings_in(read(each), str(each)) for each in paths], range(4)):
            assert together == alone
    assert any(alone)


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
    """Editors show what is on stderr, so an internal error is silent there until `-v` asks for the log."""
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
