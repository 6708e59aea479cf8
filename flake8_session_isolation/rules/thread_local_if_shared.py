"""SIS107 thread-local-if-shared: a plain function keeps its callers' state in a thread-local; coroutines may call it.

What it does:
    Reports callers' state that a plain function stores in a `threading.local`. Off unless `extend-select = SIS107`
    (or `SIS1`) turns it on.

Why is this bad?
    If a program with an event loop uses this, its coroutines share one thread, and what one of them sets is in force
    for all of them: a tenant, a span, the user of a request.

Example:
    import threading

    state = threading.local()

    def set_tenant(tenant):
        state.tenant = tenant

    def tenant_in_force():
        return state.tenant

Use instead:
    from contextvars import ContextVar

    tenant = ContextVar("tenant")

    def set_tenant(name):
        tenant.set(name)

    def tenant_in_force():
        return tenant.get()

Not reported:
    what is created for each thread (a client, a connection), values that are set where they were missing, values that
    no other function reads, functions that run in threads.

Related rules:
    SIS007, where a coroutine does it.

References:
    CWE-488, exposure of data element to wrong session: https://cwe.mitre.org/data/definitions/488.html
    https://docs.python.org/3/library/contextvars.html
    https://docs.python.org/3/library/threading.html#thread-local-data
"""

from __future__ import annotations

from collections.abc import Iterator

from flake8_session_isolation.finding import Finding
from flake8_session_isolation.interference.accesses import Meeting
from flake8_session_isolation.interference.one_per_bug import one_per_function
from flake8_session_isolation.linking.places import Kind
from flake8_session_isolation.rules.judgements.thread_locals import harmful, left_by_callers

CODE = "SIS107"
NAME = "thread-local-if-shared"
MESSAGE = "thread-local, if coroutines call it: '{function}' {verb} '{place}'; use a ContextVar"


def find(meetings: list[Meeting]) -> Iterator[Finding]:
    """The first write of each function that leaves its callers' state, where no coroutine does."""
    for meeting in meetings:
        if meeting.root.kind is Kind.THREAD and not harmful(meeting):
            for access in one_per_function(left_by_callers(meeting)):
                yield access.finding(CODE, MESSAGE, function=access.writer_shown)
