"""Sets: what is taken out of them does not depend on the run."""

from __future__ import annotations

import ast
from itertools import combinations, permutations

from flake8_session_isolation.dataflow.access_paths import Path, Step
from flake8_session_isolation.dataflow.lock_sets import NO_LOCKS
from flake8_session_isolation.dataflow.translation import Translation
from flake8_session_isolation.dataflow.values import MOST_PLACES, Callable, Origin, Value, either
from flake8_session_isolation.frontend.sets import both, first, in_order
from flake8_session_isolation.linking.places import Kind, Root, Site
from flake8_session_isolation.linking.program import linked
from flake8_session_isolation.settings import Settings

NONE: frozenset[str] = frozenset()
NAMES = ("alias", "service", "region", "user", "tenant", "kind")
PROGRAM = f"def entry(key):\n    pass\n\n\ndef ask({', '.join(NAMES)}):\n    entry(alias or service)\n"


def test_a_union_with_an_empty_set_is_the_other_set() -> None:
    some = frozenset({"a"})
    assert both(some, NONE) is some
    assert both(NONE, some) is some
    assert both(some, frozenset({"b"})) == {"a", "b"}


def test_the_first_element_is_that_of_the_first_text() -> None:
    assert first(NONE) is None
    assert first(frozenset({"b", "a", "c"})) == "a"
    assert in_order(frozenset({"b", "a", "c"})) == ["a", "b", "c"]


def test_a_key_that_may_be_one_of_two_parameters_is_called_by_the_first_name() -> None:
    view = linked(ast.parse(PROGRAM), PROGRAM, "entries.py", Settings())
    entry, ask = view.module.functions
    for pair in combinations(NAMES, 2):
        given = Value(origins=frozenset(map(Origin, pair)))
        into = Translation(entry, ask, {"key": given}, NO_LOCKS, Site(6, 4, ask.name), view)
        assert into.step(Step("key", True, True, parameter="key")).name == min(pair)


def test_of_too_many_values_no_place_counts_in_whichever_order_they_come() -> None:
    values = [Value(frozenset({Path(Root(Kind.MODULE, "", f"place_{number}"))})) for number in range(MOST_PLACES + 3)]
    assert len(either(values[:MOST_PLACES]).places) == MOST_PLACES
    assert either(values).places == either(reversed(values)).places == frozenset()


def test_places_of_three_values_that_are_too_many_together_do_not_count_either() -> None:
    places = [Path(Root(Kind.MODULE, "", f"place_{number}")) for number in range(MOST_PLACES + 3)]
    some, others = frozenset(places[:MOST_PLACES]), frozenset(places[3:])
    for values in permutations(map(Value, (some, others, frozenset(places[:1])))):
        assert either(values).places == frozenset()


def test_functions_that_may_be_called_are_looked_at_in_the_order_of_their_names_and_lines() -> None:
    program = "def send():\n    pass\n\n\ndef send():\n    pass\n\n\ndef ask():\n    pass\n"
    functions = linked(ast.parse(program), program, "functions.py", Settings()).module.functions
    for several in permutations(map(Callable, functions)):
        ordered = [each.function for each in in_order(several)]
        assert [(each.short_name, each.line) for each in ordered] == [("ask", 9), ("send", 1), ("send", 5)]
