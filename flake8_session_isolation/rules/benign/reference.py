"""What is stored is a reference to something that holds no session's data.

Definition: The value is a task, a lock, a function, a class, or an object that was made without session data.
Evidence: The write.
Bounds: Plain containers are excluded, and functions that capture session data, but not among others that wait to be
called. An object that a handler of a library puts in the place of the last one,
untested, is judged as a fresh object.
"""

from __future__ import annotations

from flake8_session_isolation.dataflow.values import Callable
from flake8_session_isolation.facts import Action
from flake8_session_isolation.interference.accesses import Access, Meeting
from flake8_session_isolation.linking.shapes import ClassObject, Instance, Made, is_signal
from flake8_session_isolation.rules.benign.evidence import Evidence, at


def evidence(access: Access, meeting: Meeting) -> Evidence | None:
    """The evidence that the reason holds for the access; None where it does not."""
    shapes = access.effect.value.shapes
    is_closure = access.effect.action is Action.GROW and all(isinstance(each, Callable) for each in shapes)
    if not shapes or (access.carries_session_data and not is_closure):
        return None
    return Evidence("reference", at(access)) if all(map(_holds_no_data, shapes)) else None


def _holds_no_data(shape: object) -> bool:
    return isinstance(shape, (Callable, ClassObject, Instance)) or (isinstance(shape, Made) and is_signal(shape))
