"""Equal parts of summaries as one object: most effects of a program have the same few locks, reads and values, and
Python makes each empty set anew."""

from __future__ import annotations

from typing import Any

from flake8_session_isolation.dataflow.effects import Effect, Summary

_OF_EFFECTS = (
    *("path", "locks", "value", "depends", "via", "after"),
    *("outlasting", "renewed", "called_at", "calls_at", "decided_by"),
)
_OF_SUMMARIES = ("result", "held", "invoked", "overwritten", "fresh", "stale", "grown", "cut", "yielded", "sent")


class SharedParts:
    """The parts of all summaries so far, each once."""

    def __init__(self) -> None:
        """None yet."""
        self._known: dict[Any, Any] = {}

    def clear(self) -> None:
        """Forget them, since the summaries are dropped."""
        self._known.clear()

    def share(self, summary: Summary) -> Summary:
        """The same summary, of parts that other summaries have, too."""
        for each in (*summary.effects, *summary.reads):
            self._share(each, _OF_EFFECTS)
        self._share(summary, _OF_SUMMARIES)
        return summary

    def _share(self, whole: Effect | Summary, parts: tuple[str, ...]) -> None:
        known = self._known
        for name in parts:
            part = getattr(whole, name)
            setattr(whole, name, known.setdefault(part, part))
