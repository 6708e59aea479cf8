"""The container gets its few entries once, and keeps them.

Definition: Nothing but new entries under keys of the source changes its size; each is stored only where it was found
missing, or the function that runs the loop has stored it before.
Evidence: The writes.
Bounds: An entry that is removed, or is stored under a key that some session gives, changes the size at any time.
"""

from __future__ import annotations

from flake8_session_isolation.dataflow.effects import By
from flake8_session_isolation.facts import Action
from flake8_session_isolation.interference.accesses import Access, Meeting
from flake8_session_isolation.linking.places import Site
from flake8_session_isolation.rules.benign.evidence import Evidence, at
from flake8_session_isolation.rules.judgements.dependences import of_kind
from flake8_session_isolation.rules.judgements.walks import resizes, resizing


def evidence(access: Access, meeting: Meeting) -> Evidence | None:
    """The evidence that the reason holds for the access; None where it does not."""
    changes = [each for each in resizing(meeting) if resizes(each, access)]
    if not changes or not all(_has_fixed_key(each) for each in changes):
        return None
    before = {each.effect.path for each in changes if each.entry is access.entry and _is_before(each, access)}
    is_full = all(each.effect.path in before or of_kind(each, By.GUARD) for each in changes)
    return Evidence("fixed_entries", at(*changes)) if is_full else None


def _has_fixed_key(change: Access) -> bool:
    last = change.effect.path.steps[-1:]
    return change.effect.action is Action.STORE and bool(last) and last[0].name.startswith(("'", '"'))


def _is_before(change: Access, walk: Access) -> bool:
    """Whether a change comes first where the ways to both part, in the function that is common to them."""
    one, other = next((each for each in zip(_way(change), _way(walk)) if each[0] != each[1]), (None, None))
    return one is not None and other is not None and one.function == other.function and one < other


def _way(access: Access) -> tuple[Site, ...]:
    """The calls that lead to an access, outermost first, and its own position."""
    return (*access.effect.calls_at, access.effect.site)
