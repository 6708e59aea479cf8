"""Code that serves no session changes a class attribute through the class.

Definition: The attribute is reached by the name of the class, and the function that changes it is not served.
Evidence: The reason for which the function has its execution context.
Bounds: A change through an instance is judged wherever it is made: two instances share the attribute in any program.
The page shows it as `unserved`.
"""

from __future__ import annotations

from flake8_session_isolation.interference.accesses import Access, Meeting
from flake8_session_isolation.rules.benign import unserved
from flake8_session_isolation.rules.benign.evidence import Evidence


def evidence(access: Access, meeting: Meeting) -> Evidence | None:
    """The evidence that the reason holds for the access; None where it does not."""
    return None if access.effect.path.root.by_instance else unserved.evidence(access, meeting)
