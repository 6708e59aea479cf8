"""The text of a finding: what is left out where it is too long, and that names are never shortened."""

from __future__ import annotations

from flake8_session_isolation.finding import LONGEST, sentence

PATTERN = "shared: '{function}' sets '{place}'{through}; keep one per session"


def filled(place: str, caller: str = "chat", helper: str = "remember") -> str:
    """The pattern for a helper that a caller uses."""
    through = f" through '{helper}'"
    return sentence(PATTERN, "SIS001", function=caller, writer=helper, place=place, through=through)


def test_a_short_text_is_whole() -> None:
    assert filled("history") == "shared: 'chat' sets 'history' through 'remember'; keep one per session"


def test_the_caller_is_left_out_before_the_cure() -> None:
    place = "a" * (LONGEST - 80)
    assert filled(place, caller="c" * 30) == f"shared: 'remember' sets '{place}'; keep one per session"


def test_names_are_never_shortened() -> None:
    place = "store." * 40 + "history"
    assert filled(place) == f"shared: 'remember' sets '{place}'"
