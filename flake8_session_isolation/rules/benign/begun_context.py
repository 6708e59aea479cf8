"""The object belongs to one request, which began with a new one.

Definition: A function sets the variable to an object that it makes, whatever the variable held before: this is how a
request, a middleware or a context manager begins, and the default is not meant to be changed.
Evidence: Where it is set, and the change.
Bounds: A function that runs once sets one object for all. What a served function sets and changes itself, or by
functions that it calls, is judged by the order of these, unless such a function ends where it sets. A copy of what was
there is no beginning, nor is what another handler sets: that is its own session's.
"""

from __future__ import annotations

from flake8_session_isolation.interference.accesses import Access, Meeting
from flake8_session_isolation.interference.begun_contexts import Beginning
from flake8_session_isolation.rules.benign.evidence import Evidence, Shown, at


def evidence(access: Access, meeting: Meeting) -> Evidence | None:
    """The evidence that the reason holds for the access; None where it does not."""
    sets = (each for each in meeting.writes() if each.entry is access.entry and not each.effect.path.steps)
    own = {access.effect.site.function, *(each.effect.site.function for each in sets)}
    found = (each for each in meeting.beginnings() if each.site.function not in own or _is_another_call(each, access))
    first = next(found, None)
    return Evidence("begun_context", (Shown("begun", first.site), *at(access))) if first is not None else None


def _is_another_call(begun: Beginning, access: Access) -> bool:
    """Whether a function changes the object only in calls in which it sets none."""
    site = access.effect.site
    is_entered = access.entry.name == site.function
    return begun.leaves and begun.site.function == site.function and begun.site.line < site.line and not is_entered
