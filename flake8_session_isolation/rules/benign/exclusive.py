"""The place refuses a second value while it holds one.

Definition: The function raises if the place holds something, and sets it otherwise, with no pause between: a session
gets an error, never what another one left by this write. Or it sets the place behind a gate that excludes all other
sessions, and readers of the value only call its methods: it is the one accepted connection.
Evidence: The test and the write, or the gate and the write.
Bounds: A test that others can come in after refuses nothing; nor does one that only returns what is there. Data that
another function reads while the gate is closed is not covered.
"""

from __future__ import annotations

from flake8_session_isolation.dataflow.effects import By, Use
from flake8_session_isolation.dataflow.lock_sets import Held
from flake8_session_isolation.interference.accesses import Access, Meeting
from flake8_session_isolation.linking.places import Kind
from flake8_session_isolation.rules.benign.evidence import Evidence, at, locks, reads
from flake8_session_isolation.rules.judgements.dependences import is_open, of_kind
from flake8_session_isolation.rules.judgements.readers import finders


def evidence(access: Access, meeting: Meeting) -> Evidence | None:
    """The evidence that the reason holds for the access; None where it does not."""
    if any(not is_open(each, access) for each in of_kind(access, By.REFUSAL)):
        return Evidence("exclusive", (*reads("tested", access, By.REFUSAL), *at(access)))
    gates = [each for each in access.effect.locks if each.is_gate and _is_beside(each, access)]
    readers = finders(access, meeting) if gates else ()
    is_let_in = bool(readers) and all(each.effect.use is Use.RECEIVER for each in readers)
    return Evidence("exclusive", (*locks(gates), *at(access))) if is_let_in else None


def _is_beside(gate: Held, access: Access) -> bool:
    """Whether the gate is another attribute of the same object."""
    root, own = gate.path.root, access.effect.path.root
    return own.kind is Kind.OBJECT and root[:2] == own[:2] and root.name != own.name
