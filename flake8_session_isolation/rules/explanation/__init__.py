"""The page of one file: how each function runs, and for each shared place what is reported or why it is silent.

`python -m flake8_session_isolation FILE` prints it.  A written place is followed by the codes that are reported there,
or by the benign reasons of its accesses with their evidence; one that is mended with another place says so:

    history: SIS001 at 7
    current_context: silent, memo (tested at 12, set at 13)
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from flake8_session_isolation.dataflow.transfer_statements import MOST_STEPS
from flake8_session_isolation.finding import Finding, one_per_place
from flake8_session_isolation.frontend.scopes import Module
from flake8_session_isolation.interference.accesses import Access, Meeting
from flake8_session_isolation.interference.interference import Understanding
from flake8_session_isolation.linking.modules import displayed
from flake8_session_isolation.linking.places import Kind
from flake8_session_isolation.rules import rules_on
from flake8_session_isolation.rules.benign import unserved
from flake8_session_isolation.rules.explanation.definitions import defined_on
from flake8_session_isolation.rules.explanation.verdicts import silences_of
from flake8_session_isolation.rules.explanation.wording import Wording, name_of
from flake8_session_isolation.slicing.importer_budget import budget_of


def page(understood: Understanding, codes: Iterable[str]) -> str:
    """Functions with their contexts, then places with their accesses, no line twice; at the end, what was too long to
    be read, how far calls were followed, and how often astroid was asked."""
    view = understood.sharing
    functions = (f"{each.local_name}: {understood.contexts.of(each)}" for each in view.module.functions)
    bound = f"not read, since it has more than {MOST_STEPS:,} statements (loops count twice)"
    too_long = (f"{each.local_name}: {bound}" for each in understood.too_long)
    followed = f"calls are followed into {understood.bounds}"
    refused = ", ".join(each.name for each in budget_of(view).refused)
    unasked = (f"not asked about this file, since they import too much: {refused}",) if refused else ()
    asked = f"questions to astroid: {view.inference.asked.total()}"
    places = (line for block in _Places(understood, frozenset(codes)).blocks() for line in block)
    text = "\n".join((*dict.fromkeys(functions), "", *dict.fromkeys(places), "", *too_long, followed, *unasked, asked))
    return displayed(text, view.module)


def page_of_line(understood: Understanding, codes: Iterable[str], line: int) -> str:
    """The places that a line touches, each with what is reported there or why it is silent, and with the accesses of
    that line; and how the functions run that do so. Of a line that defines places, these with all accesses."""
    places = _Places(understood, frozenset(codes))
    touched = [each for each in places.meetings() if any(access.line == line for access in each.accesses)]
    if not touched:
        return displayed(_page_of_definition(places, line, understood.sharing.module), understood.sharing.module)
    entries = {access.entry for each in touched for access in each.accesses if access.line == line}
    functions = [f"{each.local_name}: {understood.contexts.of(each)}" for each in entries]
    shown = (text for each in touched for text in places.block(each, line))
    return displayed("\n".join([*sorted(functions), "", *dict.fromkeys(shown)]), understood.sharing.module)


def _page_of_definition(places: _Places, line: int, module: Module) -> str:
    """The places that a line defines, each with its verdict."""
    defined = defined_on(line, module)
    shown = [text for each in places.meetings() if defined.includes(each) for text in places.block(each)]
    unchanged = [f"{each}: silent, no analysed function changes it" for each in defined.variables]
    nothing = f"line {line} touches nothing that outlives a session and that the analysed code changes"
    return "\n".join(dict.fromkeys(shown or unchanged or [nothing]))


_Key: TypeAlias = tuple[object, ...]


def _key(meeting: Meeting) -> _Key:
    """The key that distinguishes a place from all others."""
    return (meeting.root[:3], name_of(meeting))


class _Places:
    """The shared places of one file, each with what is reported there."""

    def __init__(self, understood: Understanding, codes: frozenset[str]) -> None:
        """With the findings of all codes that are on by default, and of the optional `codes`."""
        self.wording = Wording(understood.sharing.module)
        self.claimed = {_key(each): each for each in understood.meetings}
        self.supposed = {_key(each): each for each in understood.supposed}
        self.found: dict[_Key, list[Finding]] = {}
        self.harmed: set[_Key] = set()
        for rule in rules_on(codes):
            meetings = understood.meetings_for(rule.CODE)
            reported = {each[:3] for each in rule.find(meetings)}
            for meeting in meetings:
                own = list(rule.find([meeting]))
                self.found.setdefault(_key(meeting), []).extend(each for each in own if each[:3] in reported)
                self.harmed.update([_key(meeting)] if own else [])
        every = {finding for found in self.found.values() for finding in found}
        self.shown = {each[:2]: each for each in one_per_place(every)}

    def blocks(self) -> Iterator[list[str]]:
        """For each place its verdict and its accesses; with optional codes also what may be shared."""
        return (self.block(each) for each in self.meetings())

    def meetings(self) -> Iterable[Meeting]:
        """The meetings of sessions, and those that would result if objects were shared."""
        return {**self.supposed, **self.claimed}.values()

    def block(self, meeting: Meeting, line: int | None = None) -> list[str]:
        """The verdict of one place and its accesses, or those of one line."""
        shown = (each for each in meeting.accesses if line in (None, each.line))
        return [self._headline(meeting), *map(self._line, shown)]

    def _headline(self, meeting: Meeting) -> str:
        """The place with the codes that are reported there, or the reasons for which it is silent."""
        name, key = name_of(meeting), _key(meeting)
        reported = {self.shown[each[:2]] for each in self.found.get(key, ())}
        codes = list(dict.fromkeys(f"{each.code} at {each.line}" for each in sorted(reported)))
        if not codes and key in self.harmed:
            return f"{name}: one bug with another attribute of its object, at which it is reported"
        is_clear = bool(codes) or not any(meeting.writes())
        excuses = "; ".join(map(self.wording.of, silences_of(meeting, self.supposed.get(key), is_clear)))
        if not codes:
            return f"{name}: silent, {excuses}" if excuses else f"{name}:"
        return f"{name}: {', '.join(codes)}{f'; otherwise {excuses}' if excuses else ''}"

    def _line(self, access: Access) -> str:
        """One access: line, function, locks; and if it is not served, why."""
        held = ", ".join(sorted(str(each.path) for each in access.effect.locks)) or "no lock"
        needs_service = access.effect.path.root.kind not in (Kind.DEFAULT, Kind.CACHED)
        why = unserved.explained(access) if needs_service and not access.is_served else None
        remark = f", {self.wording.of(why)}" if why is not None else ""
        done = f"{access.function} {access.verb} {access.effect.path}{access.through}"
        return f"  line {access.line}: {done}, {held}{remark}"
