"""Programs for which the plugin's answer is known to be wrong, and why.

The rows are generated from the comments in `tests/cases` by `python -m tests.test_readme`.
"""

from __future__ import annotations

from typing import NamedTuple

HEAD = """\
Known wrong answers: `missed` is a defect that is not reported, `false alarm` a report about correct code.
Each is shown by a program in the folder tests/cases of the repository."""


class KnownWrong(NamedTuple):
    """One wrong answer: `missed` or `false alarm`, the case that shows it, and the reason."""

    kind: str
    case: str
    why: str


def known_wrong() -> str:
    """The whole page."""
    shown = dict.fromkeys(f"{each.kind}: {each.why}\n    tests/cases/{each.case}" for each in ROWS)
    return "\n".join((HEAD, "", *shown))


ROWS: tuple[KnownWrong, ...] = (
    KnownWrong(
        "missed",
        "across_files/bound_methods_as_variables.py",
        "the file of the method asks who calls it, and shows it",
    ),
    KnownWrong(
        "missed",
        "across_files/bound_methods_as_variables.py",
        "the file of the method asks who calls it, and shows it",
    ),
    KnownWrong(
        "missed",
        "across_files/callbacks_of_another_file.py",
        "the file of the functions asks who gives them to a library, and shows it",
    ),
    KnownWrong(
        "missed",
        "across_files/context_of_a_third_file.py",
        "the file of the coroutine reports it",
    ),
    KnownWrong(
        "missed",
        "across_files/context_of_another_file.py",
        "only the file that defines the variable reports it",
    ),
    KnownWrong(
        "missed",
        "across_files/entries_changed_elsewhere.py",
        "the file that makes the entry reports it",
    ),
    KnownWrong(
        "missed",
        "across_files/entries_changed_elsewhere.py",
        "only the file that defines the table changes its entries, and reports it",
    ),
    KnownWrong(
        "missed",
        "across_files/functions_of_a_store.py",
        "the file of the list shows it, and this one need not",
    ),
    KnownWrong(
        "missed",
        "across_files/functions_of_a_store.py",
        "the file of the list shows it, and this one need not",
    ),
    KnownWrong(
        "missed",
        "across_files/functions_of_a_store.py",
        "the file of the turns shows it, and this one need not",
    ),
    KnownWrong(
        "missed",
        "across_files/handed_on_by_another_file.py",
        "the file of the orders shows it, and this one need not",
    ),
    KnownWrong(
        "missed",
        "across_files/handlers_of_another_file.py",
        "the file of the views asks who serves it, and shows it",
    ),
    KnownWrong(
        "missed",
        "across_files/kept_by_way_of_another_file.py",
        "the file of the helper finds who calls it, and reports it",
    ),
    KnownWrong(
        "missed",
        "across_files/object_kept_elsewhere.py",
        "the file of the class shows it, and this one need not",
    ),
    KnownWrong(
        "missed",
        "across_files/object_kept_elsewhere.py",
        "the file of the class shows it, and this one need not",
    ),
    KnownWrong(
        "missed",
        "across_files/object_kept_elsewhere.py",
        "the file of the class shows it, and this one need not",
    ),
    KnownWrong(
        "missed",
        "across_files/object_kept_elsewhere.py",
        "the file of the class shows it, and this one need not",
    ),
    KnownWrong(
        "missed",
        "across_files/object_of_another_file.py",
        "the file of the class shows it, and this one need not",
    ),
    KnownWrong(
        "missed",
        "across_files/object_of_another_file.py",
        "the file of the object shows it, and this one need not",
    ),
    KnownWrong(
        "missed",
        "across_files/one_call_many_places.py",
        "the file of the class shows it, and this one need not",
    ),
    KnownWrong(
        "missed",
        "across_files/read_through_a_provider.py",
        "the file of the desk reports it",
    ),
    KnownWrong(
        "missed",
        "across_files/routes_of_another_file.py",
        "the file of the pages asks who serves it, and shows it",
    ),
    KnownWrong(
        "missed",
        "across_files/run_in_a_thread_elsewhere.py",
        "the file of the method asks who runs it, and shows it",
    ),
    KnownWrong(
        "missed",
        "across_files/said_where_it_stands.py",
        "only the file that defines the list reports it",
    ),
    KnownWrong(
        "missed",
        "across_files/state_of_a_third_file.py",
        "the file that changes the figure reports it",
    ),
    KnownWrong(
        "missed",
        "across_files/state_of_a_third_file.py",
        "the file that changes the figure reports it",
    ),
    KnownWrong(
        "missed",
        "across_files/state_of_a_third_file.py",
        "the file that changes the figure reports it",
    ),
    KnownWrong(
        "missed",
        "across_files/views_told_at_home.py",
        "only the file that defines the views reports it",
    ),
    KnownWrong(
        "false alarm",
        "class_attribute_shared/bound_elsewhere.py",
        "code outside the class assigns the list to each instance, which the class does not show",
    ),
    KnownWrong(
        "missed",
        "class_attribute_shared/copied_defaults.py",
        "named tuples are treated as classes that copy their defaults, which they do not for a list",
    ),
    KnownWrong(
        "false alarm",
        "context_variable_mutated/inherited.py",
        "only the whole program shows that no task inherits the variable",
    ),
    KnownWrong(
        "missed",
        "missing_lock/branch_depends_on_old.py",
        "sets that are tested and then filled are taken for records of work that may be done twice",
    ),
    KnownWrong(
        "missed",
        "missing_lock/branch_depends_on_old.py",
        "a flag that is only set to one constant counts as a latch, but this one decides which session wins",
    ),
    KnownWrong(
        "false alarm",
        "missing_lock/iterate_across_await.py",
        "putting into an unbounded queue does not pause, which the call does not show",
    ),
    KnownWrong(
        "false alarm",
        "missing_lock/numbers_that_name_things.py",
        "the number only names what is prepared, and the reply that decides has not been computed from it",
    ),
    KnownWrong(
        "missed",
        "module_state_written/aliases.py",
        "appending to each of several lists is taken for sending one message to all listeners",
    ),
    KnownWrong(
        "missed",
        "module_state_written/entered_objects.py",
        "the exit of what an exit stack enters is not followed",
    ),
    KnownWrong(
        "missed",
        "module_state_written/left_behind.py",
        "only being a coroutine shows that this function serves, and it reads before it writes and pauses",
    ),
    KnownWrong(
        "missed",
        "module_state_written/left_behind.py",
        "a literal that is set in a branch on session data does not count as session data",
    ),
    KnownWrong(
        "false alarm",
        "module_state_written/list_grows.py",
        "the notes are meant for all users, which the source does not say",
    ),
    KnownWrong(
        "missed",
        "module_state_written/searched_before_it_grows.py",
        "a search before the append makes the list a set of known values, although all of it is returned",
    ),
    KnownWrong(
        "missed",
        "module_state_written/shallow_copies.py",
        "the elements of a slice count as copies",
    ),
    KnownWrong(
        "missed",
        "remembered_between_calls/growing_defaults.py",
        "a default that is given by a name is not looked up",
    ),
    KnownWrong(
        "missed",
        "remembered_between_calls/stored_defaults.py",
        "the position of a default in a tuple is not tracked",
    ),
    KnownWrong(
        "missed",
        "singleton_keeps_session/asked_not_told.py",
        "a value that is only tested counts as not read, even an attribute of a session's object",
    ),
    KnownWrong(
        "missed",
        "singleton_keeps_session/got_inside_the_handler.py",
        "the types of a table's items are known from its definition only, not from later stores",
    ),
    KnownWrong(
        "false alarm",
        "singleton_keeps_session/looked_up_in_the_context.py",
        "the lookup goes to a variable of the module, where only one that the object holds is followed",
    ),
)
