"""The wording of the explanation page: names of places, and evidence with its lines."""

from __future__ import annotations

from flake8_session_isolation.facts import MARK
from flake8_session_isolation.frontend.scopes import Module
from flake8_session_isolation.interference.accesses import Meeting
from flake8_session_isolation.linking.places import Kind, Site
from flake8_session_isolation.rules.benign.evidence import Evidence


def name_of(meeting: Meeting) -> str:
    """The place as the user would write it; each fixed name in an application's storage is a place of its own."""
    first = next((each.effect.path.steps[0] for each in meeting.writes() if each.effect.path.steps), None)
    if meeting.root.kind is Kind.STORAGE and first is not None and not first.separates and first.name != "*":
        return f"{meeting.root}{first}"
    return str(meeting.root)


class Wording:
    """Puts evidence into words for one linted file."""

    def __init__(self, module: Module) -> None:
        """For the linted module."""
        self.module = module

    def of(self, evidence: Evidence) -> str:
        """`memo (tested at 12, set at 13)`, or the reason with its note."""
        where: dict[str, list[str]] = {}
        for what, site in evidence.shown:
            shown = where.setdefault(what, [])
            if (text := self._at(site)) not in shown:
                shown.append(text)
        parts = [f"{what} {_joined(sites)}" for what, sites in where.items()]
        details = ", ".join([*parts, *([evidence.note] if evidence.note else ())])
        return f"{evidence.reason} ({details})" if details else evidence.reason

    def _at(self, site: Site) -> str:
        """A line of the linted file; for another file its function."""
        is_elsewhere = MARK in site.function and not site.function.startswith(self.module.prefix)
        return f"in '{site.function}'" if is_elsewhere else f"at {site.line}"


def _joined(sites: list[str]) -> str:
    """`at 7 and 9`, `at 7 and in 'store.add'`."""
    lines = [each.removeprefix("at ") for each in sites if each.startswith("at ")]
    others = [each for each in sites if not each.startswith("at ")]
    return " and ".join([*([f"at {' and '.join(lines)}"] if lines else ()), *others])
