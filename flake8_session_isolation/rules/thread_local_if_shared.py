"""SIS107 thread-local-if-shared: a plain function keeps its callers' state in a thread-local; coroutines may call it.

Off by default: nothing in sight shows a coroutine.  If a program with an event loop uses this, its coroutines share one
thread, and what one of them sets here is in force for all of them: a tenant, a span, the user of a request.

Example:
    import threading

    state = threading.local()

    def set_tenant(tenant):
        state.tenant = tenant

    def tenant_in_force():
        return state.tenant

Instead:
    from contextvars import ContextVar

    tenant = ContextVar("tenant")

    def set_tenant(name):
        tenant.set(name)

    def tenant_in_force():
        return tenant.get()

Not reported: what is made for each thread (a client, a connection), what is set where it was found missing, values that
no other function reads, functions that serve in threads.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from flake8_session_isolation.dataflow.effects import Use
from flake8_session_isolation.facts import Action
from flake8_session_isolation.finding import Finding
from flake8_session_isolation.interference.accesses import Access, Meeting, one_per_function, touches
from flake8_session_isolation.linking.places import Kind
from flake8_session_isolation.linking.shapes import Instance
from flake8_session_isolation.rules.judgements.session_state import is_memo
from flake8_session_isolation.rules.judgements.thread_locals import harmful, is_for_a_time, is_told, is_unknown

CODE = "SIS107"
NAME = "thread-local-if-shared"
MESSAGE = "thread-local, if coroutines call it: '{function}' {verb} '{place}', one for a loop; use a ContextVar"


_THREADS = ("thread", "executor", "worker")
"""Words by which a function's name says that it runs in a thread of its own."""


def find(meetings: list[Meeting]) -> Iterator[Finding]:
    """The first write of each function that leaves its callers' state, where no coroutine is in sight."""
    for meeting in meetings:
        if meeting.root.kind is Kind.THREAD and not harmful(meeting):
            for access in one_per_function(each for each in meeting.writes() if _is_left(each, meeting)):
                yield access.finding(CODE, MESSAGE, function=access.inner_function)


def _is_left(access: Access, meeting: Meeting) -> bool:
    runs_in_thread = any(word in access.inner_function.lower() for word in _THREADS)
    if runs_in_thread or not is_unknown(access):
        return False
    if is_for_a_time(access, meeting):
        return any(_uses(each, access, (Use.DATA, Use.RECEIVER, Use.TEST)) for each in meeting.reads())
    is_theirs = is_told(access) or _is_kept_for_now(access, meeting)
    return is_theirs and any(_uses(each, access, (Use.DATA, Use.RECEIVER)) for each in meeting.reads())


def _is_kept_for_now(access: Access, meeting: Meeting) -> bool:
    """Whether an object of the project is made where none was, until somebody removes it: for a request, not a
    thread."""
    made = any(isinstance(each, Instance) for each in access.effect.value.shapes)
    return made and any(each.effect.action is Action.DELETE for each in meeting.writes())


def _uses(reader: Access, writer: Access, uses: Collection[Use]) -> bool:
    """Whether another function works with the value, or the same one hands it on from an earlier call."""
    elsewhere = not reader.is_in_function_of(writer)
    return (elsewhere or is_memo(writer)) and reader.effect.use in uses and touches(reader, writer)
