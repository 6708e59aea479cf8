"""The table of verdicts on packages from PyPI is well made; `python -m tests.ecosystem` tells whether it holds."""

from __future__ import annotations

import ast

from tests.ecosystem import KINDS, Said, function_at, packages, report, verdicts

PROGRAM = '''\
class Agent:
    async def ask(self):
        def inner():
            return 1
        return inner


LAST = 1
'''


def test_each_verdict_is_of_a_package_in_the_list_and_has_a_reason() -> None:
    names = {each.partition("==")[0] for each in packages()}
    for each in verdicts():
        assert each.said.package in names
        assert each.kind in KINDS
        assert each.reason


def test_each_finding_has_one_verdict() -> None:
    said = [each.said for each in verdicts()]
    assert len(said) == len(set(said))
    assert said == sorted(said)


def test_a_finding_is_identified_by_its_function() -> None:
    tree = ast.parse(PROGRAM)
    assert [function_at(tree, line) for line in (1, 2, 4, 5, 8)] == [
        "Agent", "Agent.ask", "Agent.ask.inner", "Agent.ask", "<module>"]


def test_new_and_missing_findings_are_printed() -> None:
    new = Said("taskiq", "taskiq/none.py", "SIS001", "none")
    lines = list(report([new], ["taskiq==0"]))
    assert lines[0] == "new, without a verdict: taskiq taskiq/none.py SIS001 none"
    assert not any(each.startswith("no longer said") for each in lines)
