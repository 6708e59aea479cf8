"""SIS103 missing-lock-if-shared: as SIS003, for an object that nothing in sight shows to be shared.

An application may keep one client or service of a library for all requests, and often does.  Then what one task read
before an `await` is out of date when it writes.  Off unless `extend-select = SIS103` (or `SIS1`) turns it on.

Example:
    class Client:
        def __init__(self, transport):
            self.transport = transport
            self.refresh_token = None

        async def refresh(self):
            answer = await self.transport.post(self.refresh_token)
            self.refresh_token = answer["refresh_token"]

Instead:
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

Not reported: what SIS003 does not report, objects of one request, stream or session by facts or by what they are made
of, objects that a function in sight makes for itself, and what is done when the program starts or ends.
"""

from __future__ import annotations

from collections.abc import Iterator

from flake8_session_isolation.finding import Finding
from flake8_session_isolation.interference.accesses import Meeting
from flake8_session_isolation.linking.places import Kind
from flake8_session_isolation.rules.judgements.late_accesses import description, late_accesses
from flake8_session_isolation.rules.judgements.lock_protection import reported_at

CODE = "SIS103"
NAME = "missing-lock-if-shared"
MESSAGE = "missing lock, if '{owner}' is shared: 'self.{place}' {what}; hold one lock over {cure}"


def find(meetings: list[Meeting]) -> Iterator[Finding]:
    """The first write of each method that acts on what may have changed if tasks share the object."""
    for meeting in meetings:
        if meeting.root.kind is Kind.OBJECT:
            for access in late_accesses(meeting):
                place, what, cure = description(access)
                own = str(place)[len(meeting.root.owner) + 1 :]
                found = access.finding(CODE, MESSAGE, owner=meeting.root.owner, place=own, what=what, cure=cure)
                line, column, _ = reported_at(access)
                yield found._replace(line=line, column=column)
