"""A setting is replaced and saved: it is meant to hold for all, now and after the next start.

Definition: A word in the name of the place or of its class says so (config, settings ...), and the call that replaces
the value has it read at once by a function that saves it.
Evidence: The write, and the read that saves.
Bounds: What a name only promises, and nothing saves, is not covered; nor is what is stored in a table or list. What by
another word of its name belongs to a user, a session or a request is theirs. Nor is a value that the call reads again
after others ran, or that it returns: it works with it itself.
"""

from __future__ import annotations

import re

from flake8_session_isolation.dataflow.access_paths import Path
from flake8_session_isolation.facts import Action
from flake8_session_isolation.interference.accesses import Access, Meeting, touches
from flake8_session_isolation.rules.benign.evidence import Evidence, at
from flake8_session_isolation.rules.judgements.stored_values import USERS


def evidence(access: Access, meeting: Meeting) -> Evidence | None:
    """The evidence that the reason holds for the access; None where it does not."""
    path = access.effect.path
    if access.effect.action is not Action.REPLACE or path.is_keyed or not _is_named_so(path):
        return None
    reads = [each for each in meeting.reads_charged_to(access.entry) if touches(each, access)]
    if any(each.is_replied or access.effect.site in each.effect.outlasting for each in reads):
        return None
    saving = [each for each in reads if _SAVING.match(each.inner_function)]
    others = (each for each in reads if each not in saving)
    if access.in_threads and any(access.effect.site in each.effect.after for each in others):
        return None
    return Evidence("saved_setting", at(access, *saving[:1])) if saving else None


def _is_named_so(path: Path) -> bool:
    owner = path.root.owner.rpartition(".")[2]
    names = (owner, path.root.name, *(each.name for each in path.steps))
    words = {word.lower() for each in names for word in _PARTS.findall(each)}
    return not words.isdisjoint(_WORDS) and words.isdisjoint(_OF_ONE | USERS)


_PARTS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
_WORDS = frozenset({"config", "configuration", "settings", "preferences"})
"""What the names of settings contain."""
_OF_ONE = frozenset({
    *("session", "request", "client", "visitor", "account", "chat", "current", "email", "token", "profile"),
})
"""What the names of one user's own settings contain."""
_SAVING = re.compile(r"_*(save|dump|persist)")
"""How the names of functions begin that save."""
