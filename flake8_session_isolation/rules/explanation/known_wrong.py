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
    return "\n".join((HEAD, "", *(f"{each.kind}: {each.why}\n    tests/cases/{each.case}" for each in ROWS)))


ROWS: tuple[KnownWrong, ...] = (
    KnownWrong(
        "missed",
        "across_files/context_of_another_file.py",
        "the file of the variable shows it, and this one need not",
    ),
    KnownWrong(
        "missed",
        "across_files/entries_changed_elsewhere.py",
        "the file of the table changes entries itself, and shows it",
    ),
    KnownWrong(
        "missed",
        "across_files/said_where_it_stands.py",
        "the file of the list shows it, and this one need not",
    ),
    KnownWrong(
        "missed",
        "across_files/views_told_at_home.py",
        "the file of the views shows it",
    ),
    KnownWrong(
        "false alarm",
        "class_attribute_shared/bound_elsewhere.py",
        "whoever makes the object binds its list, which the class does not show",
    ),
    KnownWrong(
        "missed",
        "class_attribute_shared/copied_defaults.py",
        "named tuples count among the classes that copy their defaults, which for a list they do not",
    ),
    KnownWrong(
        "false alarm",
        "context_variable_mutated/inherited.py",
        "no task that starts others has set the variable, which only the whole program shows",
    ),
    KnownWrong(
        "missed",
        "missing_lock/branch_depends_on_old.py",
        "most sets that are tested and then filled remember what is done; to do that twice is harmless there",
    ),
    KnownWrong(
        "missed",
        "missing_lock/branch_depends_on_old.py",
        "a flag that is only ever set to one constant counts as a latch, and this one decides who gets the thing",
    ),
    KnownWrong(
        "false alarm",
        "missing_lock/iterate_across_await.py",
        "a queue without a bound takes what is put into it at once, which the call does not show",
    ),
    KnownWrong(
        "missed",
        "module_state_written/aliases.py",
        "who appends to each of several lists mostly sends one thing to all listeners",
    ),
    KnownWrong(
        "missed",
        "module_state_written/buffers_and_statistics.py",
        "the helper that takes the buffer away gives what was in it to its caller, and only the taking is seen",
    ),
    KnownWrong(
        "missed",
        "module_state_written/entered_objects.py",
        "what an exit stack enters is left at the stack's end, which nothing follows",
    ),
    KnownWrong(
        "missed",
        "module_state_written/left_behind.py",
        "nothing but its being a coroutine says that this one serves, and it reads before it writes and pauses",
    ),
    KnownWrong(
        "missed",
        "module_state_written/left_behind.py",
        "what a branch tells about the session is not followed into the literals set on it",
    ),
    KnownWrong(
        "false alarm",
        "module_state_written/list_grows.py",
        "the notes are meant for everybody, which the text says nowhere",
    ),
    KnownWrong(
        "missed",
        "module_state_written/searched_before_it_grows.py",
        "the search before it grows makes it a set of what is known, though all of it is given back",
    ),
    KnownWrong(
        "missed",
        "module_state_written/shallow_copies.py",
        "of a slice, the parts are taken for its own",
    ),
    KnownWrong(
        "missed",
        "remembered_between_calls/growing_defaults.py",
        "the default is spelled as a name, and what that names is not looked up",
    ),
    KnownWrong(
        "missed",
        "remembered_between_calls/stored_defaults.py",
        "which part of a tuple the default is, is forgotten",
    ),
    KnownWrong(
        "missed",
        "singleton_keeps_session/asked_not_told.py",
        "what is only tested counts as not read, even an attribute of what a session left",
    ),
    KnownWrong(
        "missed",
        "singleton_keeps_session/got_inside_the_handler.py",
        "who makes a list where there is none looks like one who takes what is in a buffer and leaves an empty one",
    ),
    KnownWrong(
        "missed",
        "singleton_keeps_session/got_inside_the_handler.py",
        "what the items of a table are is told by the table where it is made, not by what is stored later",
    ),
    KnownWrong(
        "missed",
        "singleton_keeps_session/ways_to_hold_it.py",
        "assigning to a property is not known to call its setter",
    ),
)
