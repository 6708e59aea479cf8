"""The stories of a file's findings."""

from __future__ import annotations

from collections.abc import Collection

from flake8_session_isolation.finding import Finding
from flake8_session_isolation.interference.interference import Understanding
from flake8_session_isolation.rules.explanation.claims import claims_of
from flake8_session_isolation.rules.explanation.cures import cure_of
from flake8_session_isolation.rules.explanation.story import Story
from flake8_session_isolation.rules.explanation.turns import turns_of


def stories_of(
    understood: Understanding, findings: Collection[Finding], codes: Collection[str], filename: str
) -> list[Story]:
    """The story of each finding, in their order."""
    view = understood.sharing
    return [
        Story(filename, each.finding, each.sentence, turns_of(each, view), cure_of(each, view))
        for each in claims_of(understood, findings, codes)
    ]
