"""The benchmark counts and prints what it says; how long anything takes is for people to judge, not for a test."""

from __future__ import annotations

import ast
import os
from collections.abc import Sequence
from pathlib import Path

import pytest

from flake8_session_isolation.finding import Finding
from flake8_session_isolation.linking import program
from tests import benchmark, growth, runner, slowest
from tests.benchmark import Work
from tests.check import findings_of
from tests.growth import CURVES, HEADING, MULTIPLES, Curve, Growth, Taken
from tests.runner import PEERS, PLUGIN, PYLINT, Cost, Flake8Failed, Run

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
    assert [work.pylint for work in (one, all_cores, editor)] == [
        ("--recursive=y", "-j1", str(tmp_path)),
        ("--recursive=y", "-j0", str(tmp_path)),
        ("--from-stdin", str(tmp_path / "typical.py")),
    ]


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
    ("--growth --slowest 3", "--slowest wants a PATH"),
    ("{here} --slowest 0", "no whole number from 1 on: '0'"),
    ("--growth --pairs 0", "no whole number from 1 on: '0'"),
    ("--growth --pairs 1.5", "no whole number from 1 on: '1.5'"),
    ("--shrink", "unrecognized arguments"),
])
def test_a_wrong_argument_is_answered_in_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: str, reason: str,
) -> None:
    with pytest.raises(SystemExit) as end:
        benchmark.main(arguments.format(empty=tmp_path, here=Path(__file__).parent).split())
    assert end.value.code == 2
    assert reason in capsys.readouterr().err.splitlines()[-1]


@needs_wait4
def test_one_side_has_the_plugin_and_the_other_has_all_else(folder: Path, leak: str) -> None:
    """In workers too, which know nothing but what the command and the environment say."""
    for name in ("one.py", "two.py"):
        (folder / name).write_text(leak + "import os\n")
    arguments = ("--isolated", "--select=F,SIS", "-j2", str(folder))
    without, plugin = (runner.run(arguments, plugin=each).lines for each in (None, PLUGIN))
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


@pytest.mark.parametrize("shown", [PLUGIN, *runner.PEER_PLUGINS, None])
def test_a_run_has_one_plugin_or_none(shown: str | None) -> None:
    hidden = runner.environment(shown)["FLAKE8_HIDES"].split()
    assert {*hidden, shown} - {None} == {PLUGIN, *runner.PEER_PLUGINS}
    assert shown not in hidden


@pytest.mark.parametrize("status, fails", [(0, False), (4 + 16, False), (1, False), (32, True), (-9, True)])
def test_pylint_fails_where_its_command_is_wrong_or_it_dies(status: int, fails: bool) -> None:
    if fails:
        with pytest.raises(Flake8Failed, match=f"pylint failed with status {status}: usage"):
            runner.judged_pylint(status, "", "usage: pylint")
    else:
        assert runner.judged_pylint(status, "a.py:1:0: C0114\n", "a warning") == ("a.py:1:0: C0114",)


WORK = Work("app -j1", ("-j1", "/app"), ("--recursive=y", "-j1", "/app"))


def test_a_peer_that_is_not_installed_is_not_run() -> None:
    assert not runner.is_installed("no-such-distribution")
    assert runner.is_installed("flake8")
    for peer in (each for each in PEERS if not runner.is_installed(each)):
        assert list(benchmark.lines_of_peer(WORK, peer, 1)) == [f"app -j1, {peer}: not installed"]


def test_a_peer_takes_turns_with_flake8_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    ran: list[object] = []

    def run(arguments: Sequence[str], *, plugin: str | None, stdin: Path | None) -> Run:
        ran.append((*arguments, plugin))
        return Run(Cost(1, 2, 50), ())

    def run_pylint(arguments: Sequence[str], stdin: Path | None) -> Run:
        ran.append(tuple(arguments))
        return Run(Cost(10, 20, 50), ())

    monkeypatch.setattr(runner, "is_installed", lambda name: True)
    monkeypatch.setattr(runner, "run", run)
    monkeypatch.setattr(runner, "run_pylint", run_pylint)
    alone, bugbear = ("--isolated", "-j1", "/app", None), ("--isolated", "-j1", "/app", "flake8-bugbear")
    assert len(list(benchmark.lines_of_peer(WORK, "flake8-bugbear", 1))) == 4
    assert ran == [alone, bugbear] * 2
    heading, cpu, *_ = benchmark.lines_of_peer(WORK, PYLINT, 1)
    assert ran[4:] == [alone, ("--recursive=y", "-j1", "/app")] * 2
    assert heading == "app -j1, pylint"
    assert cpu == ("cpu s", (1, 1, 1), (10, 10, 10), (10, 10, 10))


def test_a_peer_that_fails_costs_no_other_row(monkeypatch: pytest.MonkeyPatch) -> None:
    def run(*arguments: object, **options: object) -> Run:
        raise Flake8Failed("flake8 failed with status 1: Traceback\n  File ...")

    monkeypatch.setattr(runner, "is_installed", lambda name: True)
    monkeypatch.setattr(runner, "run", run)
    [line] = benchmark.lines_of_peer(WORK, "flake8-async", 1)
    assert line == "app -j1, flake8-async: flake8 failed with status 1: Traceback"


def test_the_slowest_files_are_timed_again_each_with_nothing_known(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
) -> None:
    seconds = {"quick": [0.5], "slow": [4.0, 1.0, 5.0, 3.0], "slower": [5.0, 9.0, 4.0, 6.0]}
    for name in seconds:
        (tmp_path / f"{name}.py").write_text("pass\n" * 2000)
    (tmp_path / "broken.py").write_text("def")
    happened: list[str] = []

    def taken(path: Path, options: object) -> Taken:
        ast.parse(path.read_text())
        happened.append(path.stem)
        return Taken(seconds[path.stem].pop(0), 7)

    monkeypatch.setattr(growth, "taken_in_plugin", taken)
    monkeypatch.setattr(program, "forget", lambda: happened.append("forget"))
    found = slowest.measured(benchmark.python_files(tmp_path), 2, 3)
    assert [(each.path.stem, each.lines, each.taken) for each in found] == [
        ("slower", 2000, Taken(6.0, 7)), ("slow", 2000, Taken(3.0, 7))]
    files = "broken quick slow slower".split() + "slower slow".split() * 3
    assert [name for name in happened if name != "forget"] == files[1:]
    assert happened.count("forget") == len(files)
    assert str(found[0]).split() == ["6.000", "2000", "3.000", "7", str(tmp_path / "slower.py")]


def test_a_file_is_timed_with_its_findings(tmp_path: Path, leak: str) -> None:
    (tmp_path / "leak.py").write_text(leak)
    [timed] = slowest.measured([tmp_path / "leak.py"], 3, 1)
    assert (timed.lines, timed.taken.findings) == (8, 1)
    assert timed.taken.seconds > 0


def test_calls_are_dense_at_any_size() -> None:
    """40 others are called by each function, where there are so many."""
    tree = ast.parse(growth.dense_calls(60)["main.py"])
    called = [
        {node.value.func.id for node in ast.walk(each) if isinstance(node, ast.Await)
         if isinstance(node.value, ast.Call) and isinstance(node.value.func, ast.Name)} - {each.name, "complete"}
        for each in tree.body if isinstance(each, ast.AsyncFunctionDef)
    ]
    assert [len(names) for names in called] == [growth.EDGES] * 60
    assert set().union(*called) == {f"dense_{each}" for each in range(60)}


@each_curve
def test_a_program_grows_in_proportion_and_has_findings_at_any_size(
    curve: Curve, monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(growth, "EDGES", 3)
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


@pytest.mark.parametrize("last, findings, end", [
    (9.0, 12, "4.50  <= 5"), (10.0, 12, "5.00  <= 5"), (12.0, 12, "6.00  above 5"), (2.0, 0, "1.00  gives up"),
])
def test_the_verdict_is_said(last: float, findings: int, end: str) -> None:
    taken = (Taken(2.0, 3), Taken(4.0, 6), Taken(last, findings))
    line = str(Growth(Curve("length", growth.handlers, 50), taken))
    assert line.split()[:3] == ["length", "50/100/200", f"3/6/{findings}"]
    assert line.endswith(end)
    assert len(line.rpartition("  ")[0]) == len(HEADING.removesuffix("  verdict"))


@needs_wait4
def test_the_command_prints_a_row_for_each_work_and_measure(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], leak: str, cure: str,
) -> None:
    (folder / "leak.py").write_text(leak)
    (folder / "cure.py").write_text(cure)
    monkeypatch.setattr(growth, "CURVES", [each._replace(smallest=1) for each in CURVES])
    monkeypatch.setattr(growth, "EDGES", 3)
    monkeypatch.setattr(runner, "is_installed", lambda name: False)
    assert benchmark.main([str(folder), "--pairs", "1", "--growth", "--slowest", "1"]) == 0
    lines = capsys.readouterr().out.splitlines()
    works = (f"{folder.name} -j1", f"{folder.name} -j auto", "leak.py from stdin")
    peers = [f", {peer}: not installed" for peer in PEERS]
    for heading, begin in (
        (benchmark.HEADING, [
            each for work in works for each in (work, *benchmark.MEASURES, *(work + peer for peer in peers))]),
        (HEADING, [curve.name for curve in CURVES]),
    ):
        below = lines[lines.index(heading) + 1:]
        assert [line[:len(start)] for line, start in zip(below, begin)] == begin
    [row] = lines[lines.index(slowest.HEADING) + 1:lines.index(slowest.LEGEND.splitlines()[0]) - 1]
    assert row.endswith(("leak.py", "cure.py"))
