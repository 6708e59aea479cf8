"""The write is part of the creation of a class.

Definition: A hook that Python calls when a class is created makes it: `__init_subclass__`, `__set_name__`,
`__class_getitem__`.
Evidence: The write.
Bounds: Only class attributes are covered.
"""

from __future__ import annotations

from flake8_session_isolation.interference.accesses import Access, Meeting
from flake8_session_isolation.rules.benign.evidence import Evidence, at

_HOOKS = frozenset({"__init_subclass__", "__set_name__", "__class_getitem__"})


def evidence(access: Access, meeting: Meeting) -> Evidence | None:
    """The evidence that the reason holds for the access; None where it does not."""
    return Evidence("import_hook", at(access)) if access.inner_function in _HOOKS else None
