"""One lock covers a message and the reply to it.

Definition: The lock was taken before the message was sent and is still held when the reply is received.
Evidence: The place where the lock is taken.
Bounds: A lock that is taken for sending and again for receiving does not tie the reply to the message.
"""

from __future__ import annotations

from flake8_session_isolation.interference.accesses import Access, Meeting
from flake8_session_isolation.rules.benign.evidence import Evidence, at, locks
from flake8_session_isolation.rules.judgements.dependences import covering


def evidence(access: Access, meeting: Meeting) -> Evidence | None:
    """The evidence that the reason holds for the access; None where it does not."""
    held = {lock for each in access.effect.depends for lock in covering(each, access)}
    return Evidence("single_exchange", (*locks(held), *at(access))) if held else None
