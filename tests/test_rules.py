"""Rules, cases and README name the same codes, and the cases keep their own rules."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from flake8_session_isolation import rules
from flake8_session_isolation.rules import RULES, Rule
from tests.check import (
    CASES, CaseFunction, case_files, case_functions, expectations, kinds_of_cases, name_of, read, subject_of,
)

HOME = Path(rules.__file__).parent
README = Path(__file__).parents[1] / "README.md"
INTERNAL = "SIS000"
"""An internal error, which no case can show."""

WITHOUT_CODE = ("seed", "silence", "across_files", "frameworks")
"""Folders of cases that belong to no rule."""

each_case = pytest.mark.parametrize("path", case_files(), ids=name_of)
shown_rules = [rule for rule in RULES if rule.CODE != INTERNAL]
each_rule = pytest.mark.parametrize("rule", shown_rules, ids=lambda rule: rule.NAME)


def folder_of(rule: Rule) -> str:
    """The name of the folder that holds a rule's cases; also the stem of the rule's own file."""
    return rule.NAME.replace("-", "_")


def functions_of(path: Path) -> list[CaseFunction]:
    """The functions of a case file that state a truth."""
    return case_functions(read(path))


def functions_in(folder: str) -> list[CaseFunction]:
    """The functions of all case files of a folder that state a truth."""
    return [each for path in sorted((CASES / folder).glob("*.py")) for each in functions_of(path)]


def test_rules_are_in_the_order_of_their_codes() -> None:
    codes = [rule.CODE for rule in RULES]
    assert codes == sorted(set(codes))


def test_cases_and_rules_name_the_same_codes() -> None:
    shown = {each.code for path in case_files() for each in expectations(read(path))}
    assert shown == {rule.CODE for rule in shown_rules}


def test_the_readme_has_a_row_for_each_code() -> None:
    rows = re.findall(r"^\| (SIS\d{3}) \|", README.read_text(encoding="utf-8"), re.MULTILINE)
    assert rows == [rule.CODE for rule in RULES]


def test_rules_are_in_files_of_their_names() -> None:
    assert {path.stem for path in HOME.glob("[!_]*.py")} == {folder_of(rule) for rule in RULES}


def test_each_folder_of_cases_belongs_to_a_rule() -> None:
    named = {folder_of(rule) for rule in shown_rules}
    assert {subject_of(path) for path in case_files()} == named | set(WITHOUT_CODE)


@each_rule
def test_the_cases_of_a_rule_show_its_code_alone(rule: Rule) -> None:
    files = (CASES / folder_of(rule)).glob("*.py")
    assert {each.code for path in files for each in expectations(read(path))} == {rule.CODE}


@each_rule
def test_a_rule_is_silent_at_least_as_often_as_it_speaks(rule: Rule) -> None:
    functions = functions_in(folder_of(rule))
    assert sum(not each.is_bad for each in functions) >= sum(each.is_bad for each in functions)


@pytest.mark.parametrize("path", sorted((CASES / "silence").glob("*.py")), ids=name_of)
def test_nothing_is_bad_in_silence(path: Path) -> None:
    assert not expectations(read(path))
    assert not any(each.is_bad for each in functions_of(path))


@pytest.mark.parametrize("path", [path for path in case_files() if subject_of(path) != "seed"], ids=name_of)
def test_each_case_contains_a_cure(path: Path) -> None:
    assert any(not each.is_bad for each in functions_of(path))


@each_case
def test_truth_and_answer_agree_unless_the_name_says_otherwise(path: Path) -> None:
    reported = [each.line for each in expectations(read(path))]
    for function in functions_of(path):
        inside = [line for line in reported if function.first_line <= line <= function.last_line]
        assert bool(inside) is (function.is_bad ^ function.is_missed ^ function.is_false_alarm), function.name
        reported = [line for line in reported if line not in inside]
    assert not reported, "expectations below the last function that states a truth"


@each_case
def test_a_wrong_answer_and_its_reason_go_together(path: Path) -> None:
    for function in functions_of(path):
        assert function.is_missed is ("missed" in function.remarks), function.name
        assert function.is_false_alarm is ("false alarm" in function.remarks), function.name
        assert not (function.is_missed and not function.is_bad), function.name
        assert not (function.is_false_alarm and function.is_bad), function.name


@each_case
def test_a_case_function_can_be_called_with_texts(path: Path) -> None:
    for function in functions_of(path):
        assert 1 <= len(function.parameters) <= 3 or "not executed" in function.remarks, function.name


def test_few_answers_are_wrong() -> None:
    kinds = kinds_of_cases()
    assert kinds["false alarms"] + kinds["missed alarms"] < kinds.total() / 10
