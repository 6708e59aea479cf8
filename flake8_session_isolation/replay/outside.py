"""Stand-ins for messages that a library passes to a handler and for clients that it calls.

Each is a text with parts: whatever attribute, item or method of it is used gives another one.  The reply of a client
holds what the client was sent, as that of a real one may, so that a session's data that goes out with another's comes
back in the other's reply.
"""

from __future__ import annotations

import asyncio
import inspect
import sys
from collections.abc import AsyncIterator, Callable, Generator
from types import FrameType
from typing import Any

from flake8_session_isolation.replay.sessions import SERVING, Session
from flake8_session_isolation.replay.values import canonical

WHO = frozenset(
    "id user author member chat channel guild conversation sender sid peer username from_user from_property "
    "effective_user effective_chat user_id chat_id guild_id channel_id session_id context_id client_id".split()
)
"""Parts of a message that tell whose it is."""


class Part(str):
    """A text whose attributes, items, calls and awaited results are such texts, too."""

    __slots__ = ("_heard",)
    _heard: Callable[[object], None]

    def __new__(cls, text: str, heard: Callable[[object], None]) -> Part:
        """The text; `heard` is called with the same arguments."""
        made = super().__new__(cls, text)
        made._heard = heard
        return made

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return self._part(name)

    def _part(self, name: str) -> Part:
        return type(self)(self, self._heard)

    def __getitem__(self, key: Any) -> Any:
        return super().__getitem__(key) if isinstance(key, slice) else self._part(str(key))

    def get(self, key: object = "", default: object = None, **named: object) -> Any:
        """As in a dictionary that has every key."""
        return self._part(str(key))

    def __setitem__(self, key: object, value: object) -> None:
        self._heard((key, value))

    def __call__(self, *arguments: Any, **named: Any) -> Any:
        if _decorates(arguments, named):
            return arguments[0]
        said = [canonical(each) for each in (*arguments, *named.values())]
        self._heard(said)
        return self._reply(said)

    def _reply(self, said: list[str]) -> Part:
        return type(self)(" ".join([self, *said]), self._heard)

    def __await__(self) -> Generator[Any, None, Part]:
        yield from asyncio.sleep(0).__await__()
        return self

    def __aiter__(self) -> AsyncIterator[Part]:
        return _once(self)

    def __enter__(self) -> Part:
        return self

    def __exit__(self, *error: object) -> None:
        """Nothing has to be restored."""

    async def __aenter__(self) -> Part:
        await asyncio.sleep(0)
        return self

    async def __aexit__(self, *error: object) -> None:
        """Nothing has to be restored."""

    def __int__(self) -> int:
        return SERVING.get() + 1

    def __mro_entries__(self, bases: object) -> tuple[type, ...]:
        """As a base class it adds nothing."""
        return ()


async def _once(part: Part) -> AsyncIterator[Part]:
    await asyncio.sleep(0)
    yield part


def _decorates(arguments: tuple[Any, ...], named: dict[str, Any]) -> bool:
    """Whether the only argument is a function or class, as for a decorator."""
    return len(arguments) == 1 and not named and (inspect.isroutine(arguments[0]) or inspect.isclass(arguments[0]))


class Message(Part):
    """What a library hands to a handler: each part is a text of the session, or names its user."""

    __slots__ = ("_session",)
    _session: Session

    def _part(self, name: str) -> Message:
        text = self._session.user if name.rpartition(".")[2] in WHO else self._session.says(name)
        return _message(text, self._session, self._heard)

    def _reply(self, said: list[str]) -> Message:
        return _message(self, self._session, self._heard)


def _message(text: str, session: Session, heard: Callable[[object], None]) -> Message:
    made = Message(text, heard)
    assert isinstance(made, Message)
    made._session = session
    return made


class Request(Part):
    """The request that is served: each session gets its own under the same name, with what it has stored there."""

    __slots__ = ("_outside",)
    _outside: Outside

    def _own(self) -> dict[str, Any]:
        return self._outside.kept.setdefault(SERVING.get(), {})

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        own = self._own()
        return own[name] if name in own else self._part(name)

    def __setattr__(self, name: str, value: object) -> None:
        if name.startswith("_"):
            super().__setattr__(name, value)
        else:
            self._own()[name] = value

    def __getitem__(self, key: Any) -> Any:
        return getattr(self, str(key))

    def __setitem__(self, key: object, value: object) -> None:
        self._own()[str(key)] = value

    def get(self, key: object = "", default: object = None, **named: object) -> Any:
        """The value under a key; a session has what it stored or what its request contains."""
        return getattr(self, str(key))

    def _part(self, name: str) -> Part:
        session = self._outside.sessions.get(SERVING.get())
        return self._outside.message(session, name)._part(name) if session is not None else super()._part(name)


class Conversation(Part):
    """A client that remembers: its replies contain all that it was sent since it was created."""

    __slots__ = ("_memory",)
    _memory: list[str]

    def __new__(cls, text: str, heard: Callable[[object], None]) -> Conversation:
        """A conversation without messages."""
        made = super().__new__(cls, text, heard)
        assert isinstance(made, Conversation)
        made._memory = []
        return made

    def _part(self, name: str) -> Conversation:
        made = Conversation(self, self._heard)
        made._memory = self._memory
        return made

    def _reply(self, said: list[str]) -> Part:
        self._memory.extend(said)
        return Part(" ".join([self, *self._memory]), self._heard)


class Outside:
    """All stand-ins of one run, and what they are called with in each session's turn."""

    def __init__(self) -> None:
        """Nothing was called yet."""
        self._said: dict[int, list[str]] = {}
        self.sessions: dict[int, Session] = {}
        self.kept: dict[int, dict[str, Any]] = {}

    def serves(self, session: Session) -> None:
        """From now on, this task or thread serves the request of that session."""
        self.sessions[session.number] = session

    def request(self, name: str = "request") -> Request:
        """A stand-in for a library's proxy of the current request."""
        made = Request(name, self._hear)
        assert isinstance(made, Request)
        made._outside = self
        return made

    def client(self, name: str = "client") -> Part:
        """A client whose replies contain what it is sent with the call."""
        return Part(name, self._hear)

    def conversation(self, name: str = "conversation") -> Conversation:
        """A client whose replies contain all that it was sent before."""
        return Conversation(name, self._hear)

    def message(self, session: Session, name: str = "message") -> Message:
        """A stand-in for what a library passes to a handler."""
        return _message(session.says(name), session, self._hear)

    def heard(self) -> tuple[str, ...]:
        """What stand-ins were called with on behalf of the current session."""
        return tuple(self._said.get(SERVING.get(), ()))

    def _hear(self, said: object) -> None:
        self._said.setdefault(SERVING.get(), []).append(canonical(said))


def inner(call: Callable[[], object], name: str) -> Callable[..., Any]:
    """The function of that name that is defined in another function or in a method while `call` runs. Raises
    LookupError if there is none."""
    found: list[Callable[..., Any]] = []

    def look(frame: FrameType, event: str, value: object) -> None:
        made = frame.f_locals.get(name) if event == "return" else None
        if inspect.isroutine(made) and made.__qualname__.endswith(f"<locals>.{name}"):
            found.append(made)

    before = sys.getprofile()
    sys.setprofile(look)
    try:
        call()
    finally:
        sys.setprofile(before)
    if not found:
        raise LookupError(f"no function {name!r} is defined where it is looked for")
    return found[-1]
