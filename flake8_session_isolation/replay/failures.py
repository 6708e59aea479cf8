"""Failed calls, as opposed to answers: a test must not pass because every call failed."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Sequence
from pathlib import PurePath
from typing import TypeAlias

from flake8_session_isolation.replay.errors import AlwaysFails
from flake8_session_isolation.replay.outcomes import Failure, Outcome, shortened
from flake8_session_isolation.replay.serving import Answers
from flake8_session_isolation.replay.sessions import Session
from flake8_session_isolation.replay.threads import is_own

Failing: TypeAlias = "Callable[[str, object], Failure | None]"
"""Whether what a call `returned` or `raised` is a failure that the caller has not allowed."""

Errors: TypeAlias = "type[BaseException] | tuple[type[BaseException], ...]"

REQUESTS = (
    "Let requests= ask for what it answers, with the json=, form= and headers= that it wants; pass stand-ins by "
    "prepare=; or pass {allowed}, if this is its right answer")

ADVICE = (
    "Pass arguments=lambda session: [...] with what it takes, made of session.user and session.says('...'); check a "
    "view that needs its framework through its application; or pass may_raise={name}, if this is its right answer"
)


def errors_but(allowed: Errors) -> Failing:
    """Any error fails, but one of those classes; they are known by name, since a module is imported again."""
    def failure(how: str, value: object) -> Failure | None:
        if how != "raised" or not isinstance(value, BaseException) or _is_one_of(value, allowed):
            return None
        return Failure(f"raised {shortened(repr(value))}{_place(value)}", ADVICE.format(name=type(value).__qualname__))

    return failure


def answers_but(allowed: Errors) -> Failing:
    """For an application: a refused request fails, too."""
    raising = errors_but(allowed)

    def failure(how: str, value: object) -> Failure | None:
        if isinstance(value, Answers):
            advice = REQUESTS.format(allowed="may_answer=[...]")
            return Failure(shortened(value.refused), advice) if value.refused else None
        raised = raising(how, value)
        allowing = f"may_raise={type(value).__qualname__}"
        return raised and raised._replace(advice=REQUESTS.format(allowed=allowing))

    return failure


def _is_one_of(error: BaseException, allowed: Errors) -> bool:
    kinds = allowed if isinstance(allowed, tuple) else (allowed,)
    return not {*map(name_of, kinds)}.isdisjoint(map(name_of, type(error).__mro__))


def name_of(kind: type) -> str:
    """The dotted name of a class."""
    return f"{kind.__module__}.{kind.__qualname__}"


def _place(error: BaseException) -> str:
    """The innermost line of the program that the error went through."""
    lines = [each for each in traceback.extract_tb(error.__traceback__) if is_own(each.filename)]
    return f" at {PurePath(lines[-1].filename).name}:{lines[-1].lineno}" if lines else ""


def refuse_failing(
    name: str, described: Callable[[Session], str], sessions: Sequence[Session], serial: Sequence[Outcome],
) -> None:
    """Raise AlwaysFails if one of the sessions fails in each of the serial orders."""
    for session in sessions:
        failures = [outcome.got[session.number].failure for outcome in serial]
        if failures[0] and all(failures):
            raise AlwaysFails(
                f"{name} fails for session {session.name} in every serial order, so that isolation was not checked: "
                f"{shortened(described(session))} it {failures[0].shown}. {failures[0].advice}")
