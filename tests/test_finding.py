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


def test_other_functions_are_named_at_the_end_where_there_is_room() -> None:
    text = "shared: 'ask' sets 'user'; keep one per session"
    names = {"function": "ask", "writer": "ask", "place": "user", "through": ""}
    assert sentence(PATTERN, "SIS004", **names, also=" (also in 'tell')") == f"{text} (also in 'tell')"
    assert sentence(PATTERN, "SIS004", **names, also=f" (also in '{'t' * LONGEST}')") == text


def test_a_second_cure_is_left_out_before_the_first() -> None:
    cures = "hold one lock; if one user's, keep one per session"
    assert sentence("missing lock: '{place}'; {cure}", "SIS003", place="a" * 60, cure=cures).endswith(cures)
    assert sentence("missing lock: '{place}'; {cure}", "SIS003", place="a" * 90, cure=cures).endswith("; hold one lock")


def test_names_are_never_shortened() -> None:
    place = "store." * 40 + "history"
    assert filled(place) == f"shared: 'remember' sets '{place}'"
