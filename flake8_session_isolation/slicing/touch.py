"""Which candidate places a function touches, as a value that is propagated along calls."""

from __future__ import annotations

from typing import NamedTuple

from flake8_session_isolation.linking.call_graph import Call
from flake8_session_isolation.linking.value_sources import CAPTURED, LASTING, PARAMETER, RECEIVER, Sources

NOTHING: frozenset[str] = frozenset()
OBJECT = frozenset({"<object>"})
"""What a function touches that changes an object which it is given, or which a variable or call gives it."""
_ALL = frozenset({"<all>"})
"""Noted where that object may be at any of the shared places that the function or its callees touch."""


class Touch(NamedTuple):
    """The names of candidate places that a function touches: `shared` ones no matter which code calls it, `own` ones on
    its own object or class, `given` ones on what else it is given, `captured` ones on variables of functions around it.

    A name is there once more, as `changed`, if the function may change what it touches by it.
    """

    shared: frozenset[str] = NOTHING
    own: frozenset[str] = NOTHING
    given: frozenset[str] = NOTHING
    captured: frozenset[str] = NOTHING

    def __or__(self, other: Touch) -> Touch:
        """Both together."""
        return Touch(*(mine | theirs for mine, theirs in zip(self, other)))

    def settled(self, captured: bool) -> Touch:
        """With what is captured as shared if functions around run once."""
        return Touch(self.shared | self.captured, self.own, self.given) if captured else self

    def of_shared_objects(self) -> frozenset[str]:
        """The names if the function's own object, and what it is given, may be shared."""
        found = self.own | self.given
        return self.shared | found | (_ALL if found & OBJECT else NOTHING)

    def through(self, call: Call) -> Touch:
        """What the caller touches by a call."""
        shared = self._on(LASTING, call)
        shared = shared | _ALL if shared & OBJECT else shared
        own, given, captured = (self._on(each, call) for each in (RECEIVER, PARAMETER, CAPTURED))
        return Touch(_spelled_out(self.shared) | shared, own, given, captured)

    def handed_out(self) -> Touch:
        """What the function around touches by one nested in it: what that captures may be of its own object, or what
        it is given."""
        return Touch(own=self.captured, given=self.captured)

    def _on(self, source: Sources, call: Call) -> frozenset[str]:
        """What is touched of what the caller has from one source."""
        own = self.own if call.receiver & source else NOTHING
        return own | self.given if call.given & source else own


def changing(found: Sources) -> Touch:
    """That a function changes an object that comes from one of some sources."""
    if not found:
        return _UNTOUCHED
    shared = OBJECT | _ALL if found & LASTING else NOTHING
    return Touch(shared, *(OBJECT if found & each else NOTHING for each in (RECEIVER, PARAMETER, CAPTURED)))


def noted(name: str, is_changed: bool) -> tuple[str, ...]:
    """A name as it is noted in a touch."""
    return (name, changed(name)) if is_changed else (name,)


def changed(name: str) -> str:
    """How it is noted that a function may change what it touches by a name."""
    return name if name.endswith("=") else f"{name}="


def changeable(names: frozenset[str]) -> frozenset[str]:
    """Those of the names noted that something changes."""
    spelled = _spelled_out(names) | {changed(each) for each in OBJECT}
    return frozenset(each for each in names if changed(each) in spelled)


def _spelled_out(names: frozenset[str]) -> frozenset[str]:
    """With each name as changed where any may be."""
    return (names - _ALL).union(map(changed, names - _ALL)) if names & _ALL else names


_UNTOUCHED = Touch()
