"""Names of parameters and keys that identify a session."""

from __future__ import annotations

import re

from flake8_session_isolation.frontend.scopes import Function
from flake8_session_isolation.interference.accesses import Access

_WHO = re.compile(
    r"(.*_)?(session|user|username|chat|conversation|thread|client|customer|tenant|account|member|guest|player|"
    r"visitor|owner|caller|patient|student|guild|room|channel|who|name)(_?(id|name|key|uuid))?$"
)


def session_key(access: Access) -> str | None:
    """The parameter that names the session, of the function that stores or of the served one."""
    functions = [each for each in (access.writer, access.entry) if each is not None]
    return key_of(functions[0], access) if functions else None


def key_of(function: Function, access: Access | None = None) -> str | None:
    """The parameter that names the session; with two or more parameters, one that is not the stored value may do so."""
    names = [each for each in function.parameters if each != function.receiver]
    named = [each for each in names if _WHO.match(each)] or [each for each in names if each.endswith("id")]
    if named or access is None:
        return named[0] if named else None
    stored = {each.parameter for each in access.effect.value.origins}
    others = [each for each in names if each not in stored]
    return others[0] if others and len(names) > 1 else None


def names_session(key: str) -> bool:
    """Whether a key's source contains a name that identifies a session: `user_id`, `message.author.id`."""
    names = _NAME.findall(key)
    return any(map(_WHO.match, names)) or names[-1:] == ["id"]


_NAME = re.compile(r"[A-Za-z_]\w*")
