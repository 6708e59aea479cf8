"""SIS006 remembered-between-calls: a value created for one call persists into later calls, which serve other users.

What it does:
    Reports changes to mutable defaults, session data in attributes of functions, and cached results that are changed,
    made from one session's data, or coroutines.

Why is this bad?
    A default is created once, when the function is defined: `messages=[]` is one list for all calls that give none.
    What is appended to it, also after it was stored in an attribute, is there in every later call. The same holds for
    attributes of a function and for the results that a cache returns again.

Example:
    class Chat:
        def __init__(self, messages=[]):
            self.messages = messages

        def add(self, message):
            self.messages.append(message)

Use instead:
    class Chat:
        def __init__(self, messages=None):
            self.messages = list(messages or [])

        def add(self, message):
            self.messages.append(message)

Not reported:
    defaults that are only read or copied, memos (`_known={}`, or filled under a key where an entry was missing),
    counters (`count=[0]`), parameters that every call passes, defaults that a library copies for its
    handlers, results that depend only on the arguments, decorators that cache the result of a coroutine.

Related rules:
    B006 (bugbear, ruff) reports the declaration of a mutable default, B019 caches on methods.

References:
    CWE-488, exposure of data element to wrong session: https://cwe.mitre.org/data/definitions/488.html
    https://docs.python.org/3/faq/programming.html#why-are-default-values-shared-between-objects
    https://docs.python.org/3/library/functools.html#functools.lru_cache
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from flake8_session_isolation.facts import Action
from flake8_session_isolation.finding import Finding
from flake8_session_isolation.interference.accesses import Access, Meeting
from flake8_session_isolation.interference.one_per_bug import one_per_function
from flake8_session_isolation.linking.places import REMEMBERED, Kind
from flake8_session_isolation.rules.judgements.kept_state import changes_of_default, is_coroutine, left_in_cache
from flake8_session_isolation.rules.judgements.session_state import session_writes

CODE = "SIS006"
NAME = "remembered-between-calls"
MESSAGE = "remembered between calls: {what}"


def find(meetings: list[Meeting]) -> Iterator[Finding]:
    """The first harmful change of each function to each thing that a function has once."""
    for meeting in meetings:
        if meeting.root.kind in REMEMBERED:
            found = one_per_function(_harmful(meeting))
            for access in _nearest(found, meeting) if meeting.root.kind is Kind.DEFAULT else found:
                place = access.place if meeting.root.kind is Kind.FUNCTION else str(meeting.root)
                message = MESSAGE.format(what=_story(access))
                yield access.finding(CODE, message, place=place, writer=access.writer_shown)


def _nearest(found: Iterable[Access], meeting: Meeting) -> Iterable[Access]:
    """One of all changes to a default, since one cure, at the default, mends them: preferably in the function that has
    it."""
    by_distance = sorted(found, key=lambda each: each.effect.site.function != meeting.root.owner)
    return by_distance[:1]


def _harmful(meeting: Meeting) -> Iterator[Access]:
    if meeting.root.kind is Kind.DEFAULT:
        yield from changes_of_default(meeting)
    else:
        yield from left_in_cache(meeting)
        yield from session_writes(meeting)


def _story(access: Access) -> str:
    """The changed object, and the cure."""
    effect = access.effect
    if effect.path.root.kind is Kind.DEFAULT and effect.action is Action.REPLACE:
        return "'{writer}' returns or stores '{place}', one default for all calls; use None"
    if effect.path.root.kind is Kind.DEFAULT:
        return "'{writer}' {verb} '{place}', one default for all calls; use None"
    if effect.path.root.kind is Kind.FUNCTION:
        return "'{writer}' {verb} '{place}', seen by every user; keep one per session"
    if is_coroutine(access):
        return "'{place}' caches a coroutine, which can be awaited only once; cache its result"
    if effect.is_left_in_cache:
        return "'{place}' caches a result of the first user's data; make that data an argument"
    return "'{writer}' {verb} the cached result of '{place}', shared by all users; change a copy"
