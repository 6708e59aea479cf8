"""The place holds a resource: a thing to work with, not data.

Definition: Each write stores the result of a call or a literal, and functions only use methods and attributes of it.
Evidence: The writes.
Bounds: A handler of a library that stores an object with its session's data is not covered, nor an object that some
function takes as data. A number that is computed from its old value is no resource.
"""

from __future__ import annotations

from flake8_session_isolation.dataflow.effects import By, literal
from flake8_session_isolation.interference.accesses import Access, Meeting, alike, by_path, reads_touching, touching
from flake8_session_isolation.rules.benign.evidence import Evidence, at
from flake8_session_isolation.rules.judgements.dependences import of_kind
from flake8_session_isolation.rules.judgements.readers import is_data_of
from flake8_session_isolation.rules.judgements.stored_values import identifies_a_call, is_of_project


def evidence(access: Access, meeting: Meeting) -> Evidence | None:
    """The evidence that the reason holds for the access; None where it does not."""
    if access.standing.is_by_facts and access.carries_session_data:
        return None
    if of_kind(access, By.VALUE) and not access.carries_session_data and not identifies_a_call(access):
        return None
    return None if _is_taken(access, meeting) else _made(access, meeting)


@alike(by_path)
def _made(access: Access, meeting: Meeting) -> Evidence | None:
    """The evidence that nothing is stored unchanged from the request."""
    writes = [each for each in touching(access, meeting) if each.effect.is_write]
    is_made = all(literal(each.effect.value) or not each.carries_unchanged for each in writes)
    return Evidence("resource", at(*writes)) if is_made else None


@alike(lambda access: (access.effect.path, is_of_project(access)))
def _is_taken(access: Access, meeting: Meeting) -> bool:
    return any(is_data_of(each, access) for each in reads_touching(access, meeting))
