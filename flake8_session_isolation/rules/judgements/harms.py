"""Harms: the ways in which an access to a shared place affects another session.

A harm concerns some accesses.  An access does the harm if and only if no benign reason of the harm holds and positive
evidence of the harm exists.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple, TypeAlias

from flake8_session_isolation.interference.accesses import Access, Meeting
from flake8_session_isolation.rules.benign.evidence import Evidence, Reason, first_of

Judgement: TypeAlias = Callable[[Access, Meeting], bool]


NO_EVIDENCE = "no evidence"
"""The name under which the page shows that positive evidence is missing."""


class Proof(NamedTuple):
    """A part of the positive evidence, and what to say of an access that lacks it."""

    holds: Judgement
    otherwise: str


class Harm(NamedTuple):
    """A kind of harm: the accesses to which it applies, the benign reasons in their order, and the positive evidence,
    all parts of which must hold."""

    concerns: Judgement
    reasons: tuple[Reason, ...]
    proofs: tuple[Proof, ...] = ()

    def is_shown(self, access: Access, meeting: Meeting) -> bool:
        """Whether all positive evidence exists."""
        return all(each.holds(access, meeting) for each in self.proofs)

    def missing(self, access: Access, meeting: Meeting) -> str:
        """What the access lacks."""
        return next((each.otherwise for each in self.proofs if not each.holds(access, meeting)), "")


def does_harm(access: Access, meeting: Meeting, harms: Iterable[Harm]) -> bool:
    """Whether the access does one of the harms."""
    return any(each.is_shown(access, meeting) for each in _unexcused(access, meeting, harms))


def _unexcused(access: Access, meeting: Meeting, harms: Iterable[Harm]) -> Iterator[Harm]:
    for harm in harms:
        if harm.concerns(access, meeting) and first_of(harm.reasons, access, meeting) is None:
            yield harm


def silences(access: Access, meeting: Meeting, harms: Iterable[Harm]) -> Iterator[Evidence]:
    """Why an access does none of the harms: for each that applies to it the benign reason, or the missing evidence."""
    for harm in harms:
        if harm.concerns(access, meeting):
            found = first_of(harm.reasons, access, meeting)
            yield found or Evidence(NO_EVIDENCE, note=harm.missing(access, meeting))
