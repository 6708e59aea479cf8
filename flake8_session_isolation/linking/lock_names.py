"""Names by which an object of unknown class is taken to be a lock."""

from __future__ import annotations

import re

_LOCK_WORDS = ("lock", "mutex", "semaphore", "condition", "guard", "critical", "exclusive", "synchron")


def is_called_lock(name: str) -> bool:
    """Whether the last word of a name says that the object is a lock."""
    return name.lower().rpartition("_")[2] in {"lock", "mutex", "rlock"}


def sounds_like_lock(name: str) -> bool:
    """Whether an object of unknown class is taken for a lock because of its name; the unknown stays silent. Other words
    that contain one of a lock say nothing: `asynchronous`, `block`, `clock`, `conditional`."""
    words = [each.lower() for each in _WORD.findall(name)]
    is_lock = any(word in each for each in words if not each.startswith(_OTHER_WORDS) for word in _LOCK_WORDS)
    return is_lock or name.lower().strip("_") in {"sem", "cond", "mtx"}


_WORD = re.compile(r"[A-Z]*[^A-Z_]+|[A-Z]+")
_OTHER_WORDS = ("asynchron", "block", "clock", "conditional")
