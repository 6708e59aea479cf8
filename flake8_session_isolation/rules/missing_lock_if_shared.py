"""SIS103 missing-lock-if-shared: as SIS003, for an object that is not known to be shared.

What it does:
    Reports updates of an object's attribute across an await. Off unless `extend-select = SIS103` (or `SIS1`) turns it
    on.

Why is this bad?
    Applications often keep one client or service of a library for all requests. Then what one task read before an
    `await` is out of date when it writes.

Example:
    class Client:
        def __init__(self, transport):
            self.transport = transport
            self.refresh_token = None

        async def refresh(self):
            answer = await self.transport.post(self.refresh_token)
            self.refresh_token = answer["refresh_token"]

Use instead:
    import asyncio

    class Client:
        def __init__(self, transport):
            self.transport = transport
            self.refresh_token = None
            self.lock = asyncio.Lock()

        async def refresh(self):
            async with self.lock:
                answer = await self.transport.post(self.refresh_token)
                self.refresh_token = answer["refresh_token"]

Not reported:
    what SIS003 does not report; objects of one request, stream or session according to facts or to what they are made
    of; iterators; objects that a function of this or an importing file makes for itself; classes that a package keeps
    to itself: neither in `__all__`, nor imported by an `__init__.py`, nor kept by another of its files, nor in a public
    module where no `__init__.py` imports anything; code that runs when the program starts or ends.

Related rules:
    SIS003, where something shows that the object is shared.

References:
    CWE-362, race condition: https://cwe.mitre.org/data/definitions/362.html
    https://docs.python.org/3/library/asyncio-sync.html
"""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter

from flake8_session_isolation.finding import Finding
from flake8_session_isolation.interference.accesses import Meeting
from flake8_session_isolation.linking.places import Kind
from flake8_session_isolation.rules.judgements.late_accesses import late_accesses
from flake8_session_isolation.rules.judgements.lock_protection import reported_at
from flake8_session_isolation.rules.messages.races import late_names

CODE = "SIS103"
NAME = "missing-lock-if-shared"
MESSAGE = "missing lock, if shared: '{place}' {what}{where}; {cure}"


def find(meetings: list[Meeting]) -> Iterator[Finding]:
    """The first write of each method that acts on what may have changed if tasks share the object."""
    for meeting in meetings:
        if meeting.root.kind is Kind.OBJECT:
            for access in filter(attrgetter("is_in_this_file"), late_accesses(meeting)):
                found = access.finding(CODE, MESSAGE, **late_names(access, meeting))
                line, column, _ = reported_at(access)
                yield found._replace(line=line, column=column)
