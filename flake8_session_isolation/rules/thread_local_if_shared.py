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

from collections.abc import Iterator

from flake8_session_isolation.finding import Finding
from flake8_session_isolation.interference.accesses import Meeting, one_per_function
from flake8_session_isolation.linking.places import Kind
from flake8_session_isolation.rules.judgements.thread_locals import harmful, left_by_callers

CODE = "SIS107"
NAME = "thread-local-if-shared"
MESSAGE = "thread-local, if coroutines call it: '{function}' {verb} '{place}'; use a ContextVar"


def find(meetings: list[Meeting]) -> Iterator[Finding]:
    """The first write of each function that leaves its callers' state, where no coroutine is in sight."""
    for meeting in meetings:
        if meeting.root.kind is Kind.THREAD and not harmful(meeting):
            for access in one_per_function(left_by_callers(meeting)):
                yield access.finding(CODE, MESSAGE, function=access.inner_function)
