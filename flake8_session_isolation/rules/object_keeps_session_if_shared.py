"""SIS104 object-keeps-session-if-shared: as SIS004, for an object that is not known to be shared.

What it does:
    Reports session data that a method stores in an attribute of its object. Off unless `extend-select = SIS104` (or
    `SIS1`) turns it on.

Why is this bad?
    An agent or a service of a library that stores one run's session on itself works only while every user has an
    instance of their own. Web applications often make one instance.

Example:
    class Agent:
        def __init__(self, model):
            self.model = model
            self.user_id = None

        async def run(self, user_id, message):
            self.user_id = user_id
            answer = await self.model.complete(message)
            return f"{self.user_id}: {answer}"

Use instead:
    class Agent:
        def __init__(self, model):
            self.model = model

        async def run(self, user_id, message):
            answer = await self.model.complete(message)
            return f"{user_id}: {answer}"

Not reported:
    what SIS004 does not report; objects of one request, stream or session according to facts or to what they are made
    of; iterators; objects that a function of this or an importing file makes for itself; classes that a package keeps
    to itself: neither in `__all__`, nor imported by an `__init__.py`, nor kept by another of its files, nor in a public
    module where no `__init__.py` imports anything; callbacks; code that runs when the program starts or ends.

Related rules:
    SIS004, where something shows that the object is shared.

References:
    CWE-488, exposure of data element to wrong session: https://cwe.mitre.org/data/definitions/488.html
"""

from __future__ import annotations

from collections.abc import Iterator

from flake8_session_isolation.facts import Action
from flake8_session_isolation.finding import Finding
from flake8_session_isolation.interference.accesses import Access, Meeting
from flake8_session_isolation.interference.one_per_bug import one_per_bug, one_per_object
from flake8_session_isolation.linking.places import Kind
from flake8_session_isolation.rules.judgements.session_state import kept_if_shared
from flake8_session_isolation.rules.messages.races import lost_update_names

CODE = "SIS104"
NAME = "object-keeps-session-if-shared"
MESSAGE = "session kept on an object, if shared: '{function}' {verb} '{place}'{through}; {cure}"


def find(meetings: list[Meeting]) -> Iterator[Finding]:
    """The first write that leaves a session's state in an attribute of an object that may be shared, and of several by
    one method or that one method resets."""
    objects = [each for each in meetings if each.root.kind is Kind.OBJECT]
    found = {one: each for each in objects for one in one_per_bug(kept_if_shared(each)) if one.is_in_this_file}
    for access in one_per_object(found):
        yield access.finding(CODE, MESSAGE, cure=_cure(access))


def _cure(access: Access) -> str:
    """What to do instead: what grows cannot be passed as an argument."""
    if lost := lost_update_names(access):
        return lost["cure"]
    return "keep one per session" if access.effect.action is Action.GROW else "pass it as an argument"
