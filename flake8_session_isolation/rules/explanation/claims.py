"""Which access and meeting are behind each finding."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple

from flake8_session_isolation.finding import Finding
from flake8_session_isolation.interference.accesses import Access, Meeting
from flake8_session_isolation.interference.interference import Understanding
from flake8_session_isolation.rules import Rule, rules_on
from flake8_session_isolation.rules.judgements.dependences import lost_update


RACES = ("SIS003", "SIS103", "SIS008")
"""Codes about sessions that disturb each other, be they of one user or of two."""
_OF_STATE = ("SIS001", "SIS002", "SIS004", "SIS101", "SIS104")


class Claim(NamedTuple):
    """A finding with the access that does the harm, and its meeting."""

    finding: Finding
    rule: Rule
    access: Access
    meeting: Meeting

    @property
    def is_race(self) -> bool:
        """Whether an update is lost or comes too late, rather than that data stays for another session."""
        code = self.finding.code
        return code in RACES or (code in _OF_STATE and lost_update(self.access) is not None)

    @property
    def sentence(self) -> str:
        """What the code means, in one sentence."""
        headline = (self.rule.__doc__ or "").partition("\n")[0]
        return headline.partition(": ")[2]


def claims_of(understood: Understanding, findings: Collection[Finding], codes: Collection[str]) -> list[Claim]:
    """The claims behind the findings of a file, in their order."""
    made = (_claim(each, rule, understood) for rule in rules_on(codes) for each in findings if each.code == rule.CODE)
    return sorted((each for each in made if each is not None), key=lambda claim: claim.finding)


def _claim(finding: Finding, rule: Rule, understood: Understanding) -> Claim | None:
    behind = [
        (meeting, accesses)
        for meeting in understood.meetings_for(rule.CODE)
        if (accesses := list(_at(finding, meeting)))
    ]
    if len(behind) > 1:
        behind = [each for each in behind if finding in set(rule.find([each[0]]))] or behind
        behind.sort(key=lambda each: not each[1][0].effect.is_write)
    return next((Claim(finding, rule, accesses[0], meeting) for meeting, accesses in behind), None)


def _at(finding: Finding, meeting: Meeting) -> Iterator[Access]:
    """The accesses at the position of a finding, the most telling first: the access itself, the lock that it holds, a
    call that leads to it."""
    place = finding[:2]
    changes = [each for each in meeting.accesses if not each.is_reported_elsewhere]
    changes.sort(key=lambda each: (not each.effect.is_write, not each.is_served, each.function not in finding.text))
    yield from (each for each in changes if (each.line, each.column) == place)
    yield from (each for each in changes if any(held.entered == place for held in each.effect.locks))
    yield from (each for each in changes if any(site[:2] == place for site in each.effect.calls_at))
