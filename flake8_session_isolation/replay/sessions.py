"""Sessions with recognisable tokens, in two settings."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping, Sequence
from contextvars import ContextVar
from types import MappingProxyType
from typing import Any, NamedTuple, TypeAlias

USERS = ("alice", "robert", "caroline", "desdemona")
"""Tokens of users: no one is part of another, and all differ in length, so that sums of lengths differ too."""

TURNS = ("first", "second", "another")
"""What tells the overlapping turns of one session apart; these differ in length too."""

DIFFERENT_SESSIONS = "different sessions"
ONE_SESSION = "one session"
SETTINGS = (DIFFERENT_SESSIONS, ONE_SESSION)
"""A turn of each of several sessions, and several overlapping turns of one."""

PROGRAM = -1
"""The number of what belongs to no session, such as a task that a factory started."""

SERVING: ContextVar[int] = ContextVar("SERVING", default=PROGRAM)
"""The number of the session for which the code at hand runs."""


class Session(NamedTuple):
    """One call of the handler: its number from 0, the token of its user, and what tells its turn from others."""

    number: int
    user: str
    turn: str

    @property
    def name(self) -> str:
        """The letter that stands for it in a schedule."""
        return letter(self.number)

    def says(self, what: str = "message") -> str:
        """A text by which this session is recognised."""
        return "-".join(filter(None, (self.user, what, self.turn)))


def letter(number: int) -> str:
    """The letter of a session: `A` for 0; `-` for the program itself."""
    return "-" if number == PROGRAM else chr(ord("A") + number)


def sessions_in(setting: str, count: int) -> tuple[Session, ...]:
    """The sessions of a setting; ValueError for an unknown one, or for a number that has no letters."""
    if setting not in SETTINGS:
        raise ValueError(f"settings are {' and '.join(map(repr, SETTINGS))}, not {setting!r}")
    if not 2 <= count <= 26:
        raise ValueError(f"sessions={count}: take two or more, and not more than there are letters")
    if setting == ONE_SESSION:
        return tuple(Session(number, USERS[0], turn(number)) for number in range(count))
    return tuple(Session(number, user(number), "") for number in range(count))


def user(number: int) -> str:
    """The token of a user, never part of another's."""
    return USERS[number] if number < len(USERS) else f"visitor{letter(number)}"


def turn(number: int) -> str:
    """The text that distinguishes a turn of a session from its others."""
    return TURNS[number] if number < len(TURNS) else f"turn-{letter(number)}"


class Given(NamedTuple):
    """The arguments of a handler, positional and by name."""

    positional: Sequence[Any]
    named: Mapping[str, Any] = MappingProxyType({})

    def __str__(self) -> str:
        named = (f"{name}={value!r}" for name, value in self.named.items())
        return f"({', '.join([*map(repr, self.positional), *named])})"


Arguments: TypeAlias = "Callable[[Session], Given | Sequence[Any] | Mapping[str, Any]]"
"""What to call the handler with, for a session: in the order of its parameters, by their names, or both ways."""


def given_by(arguments: Arguments, session: Session) -> Given:
    """The arguments of a session's call; TypeError for a bare text, which is one argument, not several."""
    found = arguments(session)
    if isinstance(found, Given):
        return found
    if isinstance(found, Mapping):
        return Given((), found)
    if isinstance(found, (str, bytes)):
        raise TypeError(f"arguments= gives a list of arguments or a mapping of named ones, not {found!r}")
    return Given(tuple(found))


def arguments_by_name(handler: Callable[..., object]) -> Callable[[Session], Given]:
    """Texts for the parameters without a default: the user first, then what is said, named as the parameter."""
    positional, named = _required(handler)

    def arguments(session: Session) -> Given:
        names = [*positional, *named]
        texts = [session.user, *map(session.says, names[1:])][: len(names)]
        return Given(texts[: len(positional)], dict(zip(named, texts[len(positional) :])))

    return arguments


def _required(handler: Callable[..., object]) -> tuple[list[str], list[str]]:
    """The names of the parameters that must be given: by position, and only by name."""
    try:
        parameters = inspect.signature(handler).parameters.values()
    except (TypeError, ValueError):
        return ["user"], []
    required = [each for each in parameters if each.default is each.empty]
    positional = (inspect.Parameter.POSITIONAL_ONLY, inspect.Parameter.POSITIONAL_OR_KEYWORD)
    return (
        [each.name for each in required if each.kind in positional],
        [each.name for each in required if each.kind is inspect.Parameter.KEYWORD_ONLY],
    )
