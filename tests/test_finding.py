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


def test_functions_lose_their_modules_before_the_cure_is_left_out() -> None:
    where = " in 'app.core.sessions.Sessions.clean'"
    pattern = "missing lock: '{place}' is set{where}; {cure}"
    text = sentence(pattern, "SIS003", place="a" * 68, where=where, cure="use one lock")
    assert text.endswith("' is set in 'Sessions.clean'; use one lock")


def test_a_function_that_its_place_names_is_named_once_where_room_is_short() -> None:
    pattern = "remembered: '{writer}' stores into '{place}'; use None"
    assert sentence(pattern, "SIS006", writer="ask", place="ask.seen").startswith("remembered: 'ask' stores into")
    name = "a" * 45
    assert sentence(pattern, "SIS006", writer=name, place=f"{name}.seen").startswith("remembered: stores into")


def test_a_cure_is_said_in_short_before_it_is_left_out() -> None:
    pattern = "missing lock: '{place}' is set; {cure}"
    text = sentence(pattern, "SIS003", place="a" * 95, cure="hold one lock over both", brief="use one lock")
    assert text.endswith("' is set; use one lock")


def test_the_reader_is_left_out_before_the_cure() -> None:
    pattern = "kept: '{function}' sets '{place}'{through}, {reader}; keep one per session"
    names = {"function": "ask", "writer": "ask", "place": "a" * 70, "through": "", "reader": f"read by '{'r' * 40}'"}
    assert sentence(pattern, "SIS004", **names).endswith("a'; keep one per session")
