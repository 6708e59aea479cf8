"""What one function touches of candidate places, by its footprint alone."""

from __future__ import annotations

from typing import NamedTuple

from flake8_session_isolation.facts import Conversation
from flake8_session_isolation.frontend import ir
from flake8_session_isolation.frontend.memoised import memoised
from flake8_session_isolation.frontend.scopes import Function
from flake8_session_isolation.linking.call_graph import Call
from flake8_session_isolation.linking.lasting_values import may_be_shared
from flake8_session_isolation.linking.object_types import Sharing
from flake8_session_isolation.linking.singletons import changed_by_methods

NOTHING: frozenset[str] = frozenset()


class Touch(NamedTuple):
    """The names of candidate places that a function touches: `shared` ones whoever calls it, `given` ones on what it is
    given, its own object included."""

    shared: frozenset[str] = NOTHING
    given: frozenset[str] = NOTHING

    def __or__(self, other: Touch) -> Touch:
        """Both together."""
        return Touch(self.shared | other.shared, self.given | other.given)

    def through(self, call: Call) -> Touch:
        """What the caller touches by a call: what is shared, and what is given where the caller gives what is shared."""
        return Touch(self.shared | self.given, NOTHING) if call.hands_over else self


def touched(function: Function, names: frozenset[str]) -> frozenset[str]:
    """Those of the names that a function uses for something else than a local variable, or has itself under a
    decorator."""
    footprint, scope = function.footprint, function.scope
    found = {each for each in names & footprint.variables if not _is_local(each, function)}
    found |= names & footprint.attributes
    found |= names & scope.global_names
    if function.decorators and function.short_name in names:
        found.add(function.short_name)
    return frozenset(found)


def _is_local(name: str, function: Function) -> bool:
    """Whether a name means a variable that the function makes for itself."""
    is_bound = name in function.scope.bindings and name not in function.parameters
    return is_bound and name not in function.scope.nonlocal_names and name not in function.scope.imports


@memoised
def _changed_attributes(sharing: Sharing) -> frozenset[str]:
    return frozenset(changed_by_methods(sharing))


_WHOLE = frozenset({"<parameter>"})
"""What a function touches that changes an object which it is given."""


def changes_given(function: Function, sharing: Sharing) -> Touch:
    """What a function changes of what it is given, and of its own object."""
    footprint = function.footprint
    changed = footprint.stores | footprint.grows
    if sharing.facts.knows(Conversation):
        changed = changed | footprint.uses
    own = changed.intersection(function.parameters)
    if not own:
        return Touch()
    names = _changed_attributes(sharing) & footprint.attributes
    return Touch(given=names | _WHOLE if own - {function.receiver} else names)


def mentions_lasting(function: Function, sharing: Sharing) -> bool:
    """Whether a function mentions a variable that it does not make for itself, other than functions and libraries."""
    return any(_is_lasting(each, function, sharing) for each in function.footprint.variables)


def _is_lasting(name: str, function: Function, sharing: Sharing) -> bool:
    return may_be_shared(ir.Name(name), function.scope, sharing) and not _is_local(name, function)
