"""Names by which an object of unknown class is taken to be a lock."""

from __future__ import annotations

_LOCK_WORDS = ("lock", "mutex", "semaphore", "condition", "guard", "critical", "exclusive", "synchron")


def is_called_lock(name: str) -> bool:
    """Whether the last word of a name says that the object is a lock."""
    return name.lower().rpartition("_")[2] in {"lock", "mutex", "rlock"}


def sounds_like_lock(name: str) -> bool:
    """Whether an object of unknown class is taken for a lock because of its name; the unknown stays silent."""
    lowered = name.lower()
    return any(word in lowered for word in _LOCK_WORDS) or lowered.strip("_") in {"sem", "cond", "mtx"}
