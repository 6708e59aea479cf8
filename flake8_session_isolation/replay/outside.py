"""Stand-ins for messages that a library passes to a handler and for clients that it calls.

Each is a text with parts: whatever attribute, item or method of it is used gives another one.  The reply of a client
holds what the client was sent, as that of a real one may, so that a session's data that goes out with another's comes
back in the other's reply.
"""

from __future__ import annotations

import asyncio
import inspect
import sys
from collections.abc import AsyncIterator, Callable, Generator, Iterable, Iterator
from types import FrameType
from typing import Any

from flake8_session_isolation.replay.library_classes import library_class
from flake8_session_isolation.replay.sessions import SERVING, Session
from flake8_session_isolation.replay.values import canonical

BODY = "body_iterator"
"""The attribute under which a response keeps what it streams."""
_OWN = frozenset({"_heard", "_kept", "_session", "_outside", "_memory", "_name"})
"""Attributes of stand-ins themselves."""
DEEPEST = 4
"""Containers inside of each other in which a conversation is looked for."""

WHO = frozenset(
    "id user author member chat channel guild conversation sender sid peer username from_user from_property "
    "effective_user effective_chat user_id chat_id guild_id channel_id session_id context_id client_id".split()
)
"""Parts of a message that tell whose it is."""


class Number(str):
    """A text that can be reckoned with: as a number it differs from session to session."""

    __slots__ = ()

    def __int__(self) -> int:
        return SERVING.get() + 1

    def __float__(self) -> float:
        return float(int(self))

    def __add__(self, other: Any) -> Any:
        return super().__add__(other) if isinstance(other, str) else int(self) + other

    def __radd__(self, other: Any) -> Any:
        return other + int(self)

    def __sub__(self, other: Any) -> Any:
        return int(self) - other

    def __rsub__(self, other: Any) -> Any:
        return other - int(self)

    def __truediv__(self, other: Any) -> Any:
        return int(self) / other

    def __rtruediv__(self, other: Any) -> Any:
        return other / int(self)

    def __lt__(self, other: Any) -> bool:
        return super().__lt__(other) if isinstance(other, str) else int(self) < other

    def __le__(self, other: Any) -> bool:
        return super().__le__(other) if isinstance(other, str) else int(self) <= other

    def __gt__(self, other: Any) -> bool:
        return super().__gt__(other) if isinstance(other, str) else int(self) > other

    def __ge__(self, other: Any) -> bool:
        return super().__ge__(other) if isinstance(other, str) else int(self) >= other


class Part(Number):
    """A text whose attributes, items, calls and awaited results are such texts, too. What is set on it stays there."""

    __slots__ = ("_heard", "_kept")
    _heard: Callable[[object], None]
    _kept: dict[str, Any]

    def __new__(cls, text: str, heard: Callable[[object], None]) -> Part:
        """The text; `heard` is called with the same arguments."""
        made = super().__new__(cls, text)
        made._heard = heard
        made._kept = {}
        return made

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return self._kept_part(name, name)

    def __setattr__(self, name: str, value: object) -> None:
        if name in _OWN:
            super().__setattr__(name, value)
        else:
            self._keep(name, value)

    def _keep(self, step: str, value: object) -> None:
        """Keep what is set there. Of a missing library nobody knows whether all sessions share its object."""
        if self._heard is not heard_in_run:
            self._kept[step] = value

    def _kept_part(self, step: str, name: str) -> Any:
        """What was set there, or the same part each time."""
        if step not in self._kept:
            self._kept[step] = self._part(name)
        return self._kept[step]

    def _part(self, name: str) -> Part:
        return type(self)(self, self._heard)

    def __getitem__(self, key: Any) -> Any:
        return super().__getitem__(key) if isinstance(key, slice) else self._kept_part(f"[{key}]", str(key))

    def get(self, key: object = "", default: object = None, **named: object) -> Any:
        """As in a dictionary that has every key."""
        return self[str(key)]

    def __setitem__(self, key: object, value: object) -> None:
        self._heard((key, value))
        self._keep(f"[{key}]", value)

    def __call__(self, *arguments: Any, **named: Any) -> Any:
        if _decorates(arguments, named):
            return arguments[0]
        given = (*arguments, *named.values())
        said = [each.own_name if isinstance(each, Conversation) else canonical(each) for each in given]
        self._heard(said)
        remembering = list(_conversations(given))
        for each in remembering:
            each.remember(said)
        is_given = bool(remembering) and not isinstance(self, Conversation)
        reply = remembering[0].answer(self) if is_given else self._reply(said)
        reply._kept.update((BODY, each) for each in given if inspect.isasyncgen(each) or inspect.isgenerator(each))
        return reply

    def _combined(self, other: object) -> Part:
        """What an operator of the library gives."""
        return self._reply([canonical(other)])

    __or__ = __ror__ = __and__ = __rand__ = __xor__ = __rshift__ = __lshift__ = __rrshift__ = _combined

    def __invert__(self) -> Part:
        return self

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

    def __mro_entries__(self, bases: tuple[object, ...]) -> tuple[type, ...]:
        """As the only base class it has the methods that are overridden; beside another one it adds nothing."""
        return (library_class(self),) if len(bases) == 1 else ()


def _conversations(values: Iterable[object], depth: int = 0) -> Iterator[Conversation]:
    """The conversations among values and in what these contain: whoever is given one works with it."""
    for each in values:
        if isinstance(each, Conversation):
            yield each
        elif isinstance(each, (list, tuple, dict)) and depth < DEEPEST:
            yield from _conversations(each.values() if isinstance(each, dict) else each, depth + 1)


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

    def _part(self, name: str) -> Any:
        if name == "app" and Outside.current is not None:
            return Outside.current.application
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
        if name in _OWN:
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
    """A client that remembers: its replies, and what is read from it, contain all that it was sent since it was
    created. What is made with it, or called with it, uses the same memory."""

    __slots__ = ("_memory", "_name")
    _memory: list[str]
    _name: str

    def __new__(cls, text: str, heard: Callable[[object], None], memory: list[str] | None = None) -> Conversation:
        """A conversation with that memory; without messages if none is given."""
        known = [] if memory is None else memory
        made = super().__new__(cls, " ".join([text, *known]), heard)
        assert isinstance(made, Conversation)
        made._memory, made._name = known, text
        return made

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return self._kept[name] if name in self._kept else self._part(name)

    def __getitem__(self, key: Any) -> Any:
        return super().__getitem__(key) if isinstance(key, slice) else self._part(str(key))

    def __setitem__(self, key: object, value: object) -> None:
        self.remember([canonical((key, value))])

    def _part(self, name: str) -> Conversation:
        return Conversation(self._name, self._heard, self._memory)

    def _reply(self, said: list[str]) -> Part:
        self.remember(said)
        return Part(" ".join([self._name, *self._memory]), self._heard)

    def remember(self, said: list[str]) -> None:
        """From now on it contains this, too."""
        self._memory.extend(said)

    @property
    def own_name(self) -> str:
        """What it is called, without what it remembers."""
        return self._name

    def answer(self, name: str) -> Conversation:
        """What a client says that was given the conversation, or the client that was made with it."""
        return Conversation(name, self._heard, self._memory)


class Outside:
    """All stand-ins of one run, and what they are called with in each session's turn. The `application` is that of
    every request."""

    current: Outside | None = None
    """The latest one: what stand-ins for missing libraries are called with belongs to its run."""

    def __init__(self) -> None:
        """Nothing was called yet."""
        Outside.current = self
        self.application = self.client("app")
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

    async def streamed(self, reply: Any) -> Any:
        """A reply, with all that it streams."""
        stream = vars_of(reply).get(BODY)
        if stream is None or not hasattr(stream, "__aiter__"):
            return self.read(reply)
        return reply, [each async for each in stream]

    def read(self, reply: Any) -> Any:
        """A reply, with all that a plain generator in it gives."""
        stream = vars_of(reply).get(BODY)
        return (reply, list(stream)) if inspect.isgenerator(stream) else reply

    def heard(self) -> tuple[str, ...]:
        """What stand-ins were called with on behalf of the current session."""
        return tuple(self._said.get(SERVING.get(), ()))

    def _hear(self, said: object) -> None:
        self._said.setdefault(SERVING.get(), []).append(canonical(said))


def heard_in_run(said: object) -> None:
    """Note what a stand-in of no `Outside` is called with."""
    if Outside.current is not None:
        Outside.current._hear(said)


def vars_of(reply: object) -> dict[str, Any]:
    """The attributes of a reply, be it a stand-in or a real response."""
    return reply._kept if isinstance(reply, Part) else getattr(reply, "__dict__", {})


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
