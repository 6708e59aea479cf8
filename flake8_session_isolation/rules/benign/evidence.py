"""Evidence: the value that a benign reason gives for its judgement, and how its parts are collected."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple, TypeAlias

from flake8_session_isolation.dataflow.effects import By
from flake8_session_isolation.dataflow.lock_sets import Held
from flake8_session_isolation.facts import Action
from flake8_session_isolation.interference.accesses import Access, Meeting
from flake8_session_isolation.linking.places import Site


class Shown(NamedTuple):
    """One site that shows a reason, and what happens there: `tested` at its line."""

    what: str
    site: Site


class Evidence(NamedTuple):
    """A reason by its name with the sites that show it, or with a note where no site does."""

    reason: str
    shown: tuple[Shown, ...] = ()
    note: str = ""


Reason: TypeAlias = Callable[[Access, Meeting], "Evidence | None"]
"""A benign reason, asked about one access; what holds for a whole place is asked about the meeting alone."""
PlaceReason: TypeAlias = Callable[[Meeting], "Evidence | None"]


def first_of(reasons: Iterable[Reason], access: Access, meeting: Meeting) -> Evidence | None:
    """The evidence of the first reason that holds."""
    return next((found for each in reasons if (found := each(access, meeting)) is not None), None)


def first_of_place(reasons: Iterable[PlaceReason], meeting: Meeting) -> Evidence | None:
    """The evidence of the first reason that holds for the whole place."""
    return next((found for each in reasons if (found := each(meeting)) is not None), None)


def at(*accesses: Access) -> tuple[Shown, ...]:
    """The accesses themselves, in source order."""
    ordered = sorted(accesses, key=lambda each: each.order)
    return tuple(Shown(_DONE[each.effect.action], each.effect.shown_at) for each in ordered)


def reads(what: str, access: Access, *kinds: By) -> tuple[Shown, ...]:
    """The earlier reads on which a write depends in one of these ways, in source order."""
    sites = {each.read.site for each in access.effect.depends if each.by in kinds}
    return tuple(Shown(what, each) for each in sorted(sites))


def locks(held: Iterable[Held]) -> tuple[Shown, ...]:
    """Where locks are taken, or gates are set."""
    ordered = sorted({(*each.entered, each.function, str(each.path), each.is_gate) for each in held})
    return tuple(
        Shown(f"gate '{path}' set" if is_gate else f"'{path}' taken", Site(line, column, function))
        for line, column, function, path, is_gate in ordered
    )


def why(access: Access) -> str:
    """Why the function to which the access is attributed has its execution context."""
    if access.entry.name == "<module>":
        return "a statement of the module itself"
    return _ITSELF.sub(f"'{access.entry.name}'", access.standing.because, count=1)


_ITSELF = re.compile(r"\bit\b")
_DONE = {
    Action.READ: "read",
    Action.ITERATE: "iterated over",
    Action.REPLACE: "set",
    Action.STORE: "stored",
    Action.GROW: "appended",
    Action.UPDATE: "updated",
    Action.ADD: "added",
    Action.DISCARD: "removed",
    Action.DELETE: "deleted",
    Action.TAKE: "taken",
    Action.CLEAR: "cleared",
    Action.CONVERSE: "talked to",
    Action.WORK: "used",
    Action.HOLD: "held",
    Action.RECEIVE: "received",
}
