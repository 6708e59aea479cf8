"""The common interface of application adapters: called with a session, they send its requests."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

from flake8_session_isolation.replay.exchanges import Conversation, Cookies, Exchange, Response, unanswered
from flake8_session_isolation.replay.sessions import Session

Requests: TypeAlias = "Callable[[Session], Exchange | Sequence[Exchange]]"
"""What a session asks for."""

Answer: TypeAlias = "Response | Conversation"


class Answers(tuple[Answer, ...]):
    """What a session got for its requests; `refused` says in words what the application did not answer."""

    refused: str = ""

    @classmethod
    def to(cls, asked: Sequence[Exchange], got: Sequence[Answer], allowed: Sequence[int]) -> Answers:
        """The answers to these requests."""
        answers = cls(got)
        answers.refused = next(filter(None, (unanswered(*each, allowed) for each in zip(asked, got))), "")
        return answers


class Application:
    """An application that is ready to be asked; its start and its end lie around all sessions of a run."""

    is_in_threads = False

    def __init__(self, application: Any, allowed: Sequence[int]) -> None:
        self._application, self._allowed = application, allowed

    @property
    def served(self) -> object:
        """The application itself."""
        return self._application

    async def begin(self) -> None:
        """What the application does before its first request."""

    async def end(self) -> None:
        """What the application does after its last request."""

    def __call__(self, session: Session, asked: Sequence[Exchange]) -> Any:
        """Serve the requests of a session, one after the other."""
        raise NotImplementedError

    def answers(self, asked: Sequence[Exchange], got: Sequence[Answer]) -> Answers:
        """What a session got."""
        return Answers.to(asked, got, self._allowed)


class AsynchronousApplication(Application):
    """An application that serves in the loop."""

    async def __call__(self, session: Session, asked: Sequence[Exchange]) -> Answers:
        """See Application."""
        got, cookies = [], Cookies()
        for each in asked:
            got.append(await self._serve(each, session, cookies))
        return self.answers(asked, got)

    async def _serve(self, asked: Exchange, session: Session, cookies: Cookies) -> Answer:
        raise NotImplementedError


def port_of(session: Session) -> int:
    """The port from which a session's requests come."""
    return 50000 + session.number


def address_of(session: Session) -> str:
    """The address from which a session's requests come; each session has its own."""
    return f"10.0.0.{session.number + 1}"
