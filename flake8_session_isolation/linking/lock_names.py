"""Names by which an object of unknown class is taken to be a lock."""

from __future__ import annotations

_LOCK_WORDS = ("lock", "mutex", "semaphore", "condition", "guard", "critical", "exclusive", "synchron")


def is_called_lock(name: str) -> bool:
    """Whether a name says plainly that the object is a lock: the last of its words."""
    return name.lower().rpartition("_")[2] in {"lock", "mutex", "rlock"}


def sounds_like_lock(name: str) -> bool:
    """Whether an object of unknown class is taken for a lock: its name says so, and unknown is silent."""
    lowered = name.lower()
    return any(word in lowered for word in _LOCK_WORDS) or lowered.strip("_") in {"sem", "cond", "mtx"}
