"""Which candidate places a function touches, as a value that is propagated along calls."""

from __future__ import annotations

from typing import NamedTuple

from flake8_session_isolation.frontend.sets import both
from flake8_session_isolation.linking.call_graph import Call
from flake8_session_isolation.linking.value_sources import CAPTURED, LASTING, PARAMETER, RECEIVER, Sources

NOTHING: frozenset[str] = frozenset()
OBJECT = frozenset({"<object>"})
"""What a function touches that changes an object which it is given, or which a variable or call gives it."""
_ALL = frozenset({"<all>"})
"""Noted where that object may be at any of the shared places that the function or its callees touch."""


class Touch(NamedTuple):
    """The names of candidate places that a function touches: `shared` ones whatever code calls it, `own` ones on its
    own object or class, `given` ones on its arguments, `captured` ones on variables of enclosing functions. A name that
    the function may change is there a second time, marked by `changed`."""

    shared: frozenset[str] = NOTHING
    own: frozenset[str] = NOTHING
    given: frozenset[str] = NOTHING
    captured: frozenset[str] = NOTHING

    def __or__(self, other: Touch) -> Touch:
        """Both together."""
        return Touch(*map(both, self, other))

    def settled(self, captured: bool) -> Touch:
        """With captured names as shared ones, if the enclosing functions run once."""
        if not captured:
            return self
        anywhere = _ALL if self.captured & OBJECT else NOTHING
        return Touch(self.shared | self.captured | anywhere, self.own, self.given)

    def of_shared_objects(self) -> frozenset[str]:
        """The names, if the function's own object and its arguments may be shared."""
        found = self.own | self.given
        return self.shared | found | (_ALL if found & OBJECT else NOTHING)

    def through(self, call: Call) -> Touch:
        """What the caller touches by a call to the function."""
        shared = self._on(LASTING, call)
        shared = shared | _ALL if shared & OBJECT else shared
        own, given, captured = (self._on(each, call) for each in (RECEIVER, PARAMETER, CAPTURED))
        return Touch(both(_spelled_out(self.shared), shared), own, given, captured)

    def handed_out(self) -> Touch:
        """What the enclosing function touches by a nested one: captured names may belong to its own object or its
        arguments."""
        return Touch(own=self.captured, given=self.captured)

    def _on(self, source: Sources, call: Call) -> frozenset[str]:
        """The names that are touched on objects from one source."""
        own = self.own if call.receiver & source else NOTHING
        return both(own, self.given) if call.given & source else own


def changing(found: Sources) -> Touch:
    """The touch of a function that mutates an object from some sources."""
    if not found:
        return _UNTOUCHED
    shared = OBJECT | _ALL if found & LASTING else NOTHING
    return Touch(shared, *(OBJECT if found & each else NOTHING for each in (RECEIVER, PARAMETER, CAPTURED)))


def noted(name: str, is_changed: bool) -> tuple[str, ...]:
    """The form in which a touch holds a name."""
    return (name, changed(name)) if is_changed else (name,)


def changed(name: str) -> str:
    """The form in which a touch holds a name that the function may change."""
    return name if name.endswith("=") else f"{name}="


def changeable(names: frozenset[str]) -> frozenset[str]:
    """Those of the names that some function changes."""
    spelled = _spelled_out(names) | {changed(each) for each in OBJECT}
    return frozenset(each for each in names if changed(each) in spelled)


def _spelled_out(names: frozenset[str]) -> frozenset[str]:
    """Each name also as changed, if any may be."""
    return (names - _ALL).union(map(changed, names - _ALL)) if names & _ALL else names


_UNTOUCHED = Touch()
