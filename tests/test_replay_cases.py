"""Each case does what its name says, under every order of turns up to a bound: what we believe is executed."""

from __future__ import annotations

import itertools
from collections import Counter
from pathlib import Path

import pytest

from flake8_session_isolation.replay.outcomes import VERDICTS
from flake8_session_isolation.replay.sessions import USERS
from flake8_session_isolation.rules import RULES
from tests.replaying import Replayed, replayed_cases

CASES = replayed_cases()
EXECUTED = [case for case in CASES if case.is_executed]

each_executed_case = pytest.mark.parametrize("case", [
    pytest.param(case, marks=[pytest.mark.once] if number % 10 else []) for number, case in enumerate(EXECUTED)
], ids=map(str, EXECUTED))
"""What a case does hangs on no version of Python; how it is replayed may, which one in ten shows."""


@pytest.fixture(autouse=True)
def users_have_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Folders for programs that change into them: one for each user, and in it one for each that may come then."""
    for user, other in itertools.permutations(USERS, 2):
        (tmp_path / user / other).mkdir(parents=True)
    monkeypatch.chdir(tmp_path)


@each_executed_case
def test_sessions_meet_in_a_case_just_when_its_name_says_so(case: Replayed) -> None:
    """As an excuse counts only what is there, so that no remark outlives its reason."""
    met = case.witness([verdict for verdict in VERDICTS if verdict not in case.excused])
    assert (met is not None) == case.function.is_bad, str(met or "sessions stay apart")
    if case.excused:
        assert case.witness(case.excused), "the remark above it excuses nothing"


def test_more_than_nine_in_ten_cases_are_executed(capsys: pytest.CaptureFixture[str]) -> None:
    """Of each rule, and of all; none is only read among the programs that the project began with.

    What serves no session, such as a script, cannot be executed as if it did: most of that is in `silence`.
    """
    every, executed = (Counter(case.folder for case in cases) for cases in (CASES, EXECUTED))
    with capsys.disabled():
        print("\ncases executed, and only read:")
        for folder, count in every.items():
            print(f"  {folder:24} {executed[folder]:4} {count - executed[folder]:4}")
    assert executed["seed"] == every["seed"]
    assert executed.total() > 0.9 * every.total()
    rules = every.keys() & {rule.NAME.replace("-", "_") for rule in RULES}
    assert [rule for rule in rules if executed[rule] <= 0.9 * every[rule]] == []


def test_our_false_and_missed_alarms_are_counted(capsys: pytest.CaptureFixture[str]) -> None:
    """By the names of the cases; each says why."""
    missed = [case for case in CASES if case.function.is_missed]
    false = [case for case in CASES if case.function.is_false_alarm]
    bad = sum(case.function.is_bad for case in CASES)
    with capsys.disabled():
        print(f"\nof {bad} cases in which sessions meet {len(missed)} are missed; "
              f"of {len(CASES) - bad} others {len(false)} are reported")
    assert all("missed" in case.function.remarks for case in missed)
    assert all("false alarm" in case.function.remarks for case in false)
