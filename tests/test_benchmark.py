"""The benchmark counts and prints what it says; how long anything takes is for people to judge, not for a test."""

from __future__ import annotations

import ast
import os
from pathlib import Path

import pytest

from flake8_session_isolation.finding import Finding
from tests import benchmark, growth, runner
from tests.check import findings_of
from tests.growth import CURVES, HEADING, MULTIPLES, Curve, Growth, Taken
from tests.runner import Cost, Flake8Failed

each_curve = pytest.mark.parametrize("curve", CURVES, ids=lambda curve: curve.name)

needs_wait4 = pytest.mark.skipif(not hasattr(os, "wait4"), reason="this system does not tell a process's costs")


def test_the_sides_take_turns_and_the_first_pair_is_dropped() -> None:
    called: list[str] = []

    def side(name: str) -> int:
        called.append(name)
        return len(called)

    pairs = benchmark.in_turns(lambda: side("without"), lambda: side("with"), 2)
    assert called == ["without", "with"] * 3
    assert pairs == [(3, 4), (5, 6)]


def test_a_spread_is_median_lowest_and_highest() -> None:
    assert benchmark.spread([3.0, 9.0, 1.0]) == (3.0, 1.0, 9.0)
    assert benchmark.spread([2.0, 4.0]) == (3.0, 2.0, 4.0)
    assert str(benchmark.spread([1.25])) == "1.25 (1.25..1.25)"


def test_a_ratio_is_that_of_pairs_not_of_medians() -> None:
    """A machine that slows down slows both of a pair."""
    pairs = [(Cost(1, 2, 50), Cost(2, 3, 75)), (Cost(10, 20, 50), Cost(11, 21, 50)), (Cost(4, 4, 50), Cost(4, 4, 50))]
    cpu, wall, peak = benchmark.rows(pairs)
    assert cpu == ("cpu s", (4, 1, 10), (4, 2, 11), (1.1, 1, 2))
    assert wall == ("wall s", (4, 2, 20), (4, 3, 21), (1.05, 1, 1.5))
    assert peak == ("peak MB", (50, 50, 50), (50, 50, 75), (1, 1, 1.5))


def test_a_path_is_a_tree_and_gives_a_file_of_typical_length(tmp_path: Path) -> None:
    for name, lines in {"short.py": 9, "typical.py": 480, "long.py": 900, "notes.txt": 500}.items():
        (tmp_path / name).write_text("\n" * lines)
    one, all_cores, editor = benchmark.works([tmp_path], None)
    assert one.arguments == ("-j1", str(tmp_path))
    assert all_cores.arguments == ("-j", "auto", str(tmp_path))
    assert editor.name == "typical.py from stdin"
    assert editor.arguments == ("--stdin-display-name", str(tmp_path / "typical.py"), "-")
    assert editor.stdin == tmp_path / "typical.py"


def test_a_file_that_is_given_is_the_only_one_on_standard_input(tmp_path: Path) -> None:
    given = tmp_path / "given.py"
    given.write_text("")
    assert [each.stdin for each in benchmark.works([tmp_path], given)] == [None, None, given]
    assert [each.stdin for each in benchmark.works([], given)] == [given]


@pytest.mark.parametrize("arguments, reason", [
    ("", "nothing to measure"),
    ("no/such/folder", "no Python file there: 'no/such/folder'"),
    ("{empty}", "no Python file there"),
    ("--stdin {empty}", "no such file"),
    ("--growth --pairs 0", "no whole number from 1 on: '0'"),
    ("--growth --pairs 1.5", "no whole number from 1 on: '1.5'"),
    ("--shrink", "unrecognized arguments"),
])
def test_a_wrong_argument_is_answered_in_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: str, reason: str,
) -> None:
    with pytest.raises(SystemExit) as end:
        benchmark.main(arguments.format(empty=tmp_path).split())
    assert end.value.code == 2
    assert reason in capsys.readouterr().err.splitlines()[-1]


@needs_wait4
def test_one_side_has_the_plugin_and_the_other_has_all_else(folder: Path, leak: str) -> None:
    """In workers too, to whom nothing is told but what the command and the environment say."""
    for name in ("one.py", "two.py"):
        (folder / name).write_text(leak + "import os\n")
    arguments = ("--isolated", "--select=F,SIS", "-j2", str(folder))
    without, plugin = (runner.run(arguments, plugin=each).lines for each in (False, True))
    assert [line.split()[1] for line in without] == ["F401"] * 2
    assert [line.split()[1] for line in plugin] == ["SIS001", "F401"] * 2


@needs_wait4
def test_standard_input_is_a_file(folder: Path, leak: str) -> None:
    (folder / "leak.py").write_text(leak)
    [line] = runner.run(("--isolated", "--stdin-display-name=shown.py", "-"), stdin=folder / "leak.py").lines
    assert line.startswith("shown.py:7:5: SIS001")


@pytest.mark.parametrize("status, printed, complaints, reason", [
    (2, "usage: flake8", "", "status 2: usage: flake8"),
    (-9, "", "", "status -9"),
    (1, "", "Traceback (most recent call last): ...", "Traceback"),
    (1, "There was a critical error during execution of Flake8:\nno such option", "", "no such option"),
])
def test_a_run_that_failed_is_not_measured(status: int, printed: str, complaints: str, reason: str) -> None:
    with pytest.raises(Flake8Failed, match=reason):
        runner.judged(status, printed, complaints)


@needs_wait4
def test_nothing_is_measured_where_the_plugin_is_not_installed(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], leak: str,
) -> None:
    (folder / "leak.py").write_text(leak)
    monkeypatch.setattr(runner, "PLUGIN", "flake8-not-installed")
    assert benchmark.main([str(folder)]) == 1
    assert capsys.readouterr().err.startswith("flake8-not-installed should be there, but flake8 has: ")


@each_curve
def test_a_program_grows_in_proportion_and_has_findings_at_any_size(curve: Curve) -> None:
    lines = []
    for multiple in MULTIPLES:
        program = curve.program(multiple * 3)
        lines.append(sum(text.count("\n") for text in program.values()))
        assert findings_of_first(program)
    assert lines[2] - lines[1] == 2 * (lines[1] - lines[0]) > 0


def findings_of_first(program: growth.Files) -> list[Finding]:
    """What the plugin finds in the file that is to be linted; all files are Python."""
    trees = [ast.parse(text, name) for name, text in program.items()]
    name, text = next(iter(program.items()))
    return findings_of(trees[0], text, name)


def test_a_curve_is_measured_in_rounds_and_the_first_is_dropped(monkeypatch: pytest.MonkeyPatch) -> None:
    seconds = iter([9, 9, 9, 1, 2, 4, 3, 6, 13, 2, 5, 12])
    monkeypatch.setattr(growth, "taken_by", lambda files: Taken(next(seconds), len(files["main.py"])))
    curve = Curve("length", growth.handlers, 1)
    measured = growth.measured(curve, 3)
    assert [each.seconds for each in measured.taken] == [2, 5, 12]
    assert [each.findings for each in measured.taken] == [len(growth.handlers(size)["main.py"]) for size in (1, 2, 4)]


@pytest.mark.parametrize("last, end", [(9.0, "4.50"), (10.0, "5.00"), (12.0, "6.00  above 5")])
def test_growth_above_the_target_is_said(last: float, end: str) -> None:
    taken = (Taken(2.0, 3), Taken(4.0, 6), Taken(last, 12))
    line = str(Growth(Curve("length", growth.handlers, 50), taken))
    assert line.split()[:3] == ["length", "50/100/200", "3/6/12"]
    assert line.endswith(end)
    assert len(line.removesuffix("  above 5")) == len(HEADING)


@needs_wait4
def test_the_command_prints_a_row_for_each_work_and_measure(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], leak: str, cure: str,
) -> None:
    (folder / "leak.py").write_text(leak)
    (folder / "cure.py").write_text(cure)
    monkeypatch.setattr(growth, "CURVES", [each._replace(smallest=1) for each in CURVES])
    assert benchmark.main([str(folder), "--pairs", "1", "--growth"]) == 0
    lines = capsys.readouterr().out.splitlines()
    works = (f"{folder.name} -j1", f"{folder.name} -j auto", "leak.py from stdin")
    for heading, begin in (
        (benchmark.HEADING, [each for work in works for each in (work, *benchmark.MEASURES)]),
        (HEADING, [curve.name for curve in CURVES]),
    ):
        below = lines[lines.index(heading) + 1:]
        assert [line[:len(start)] for line, start in zip(below, begin)] == begin
