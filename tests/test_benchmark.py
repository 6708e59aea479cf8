"""The benchmark counts and prints what it says; how long anything takes is for people to judge, not for a test."""

from __future__ import annotations

import ast
import os
import sys
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
    cpu, wall, peak = benchmark.rows("tree", pairs)
    assert (cpu.work, cpu.measure) == ("tree", "cpu s")
    assert (cpu.without, cpu.plugin, cpu.ratio) == ((4, 1, 10), (4, 2, 11), (1.1, 1, 2))
    assert (wall.measure, wall.ratio) == ("wall s", (1.05, 1, 1.5))
    assert (peak.measure, peak.ratio) == ("peak MB", (1, 1, 1.5))


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
    ("--growth --pairs -1", "expected one argument"),
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
