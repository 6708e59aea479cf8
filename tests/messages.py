"""What a case's handler is given where it serves a library: not a bare text, but one with parts.

A library hands over a message, an update or a request, from which a handler takes what it needs:
`message.content`, `update.effective_user.id`, `event["text"]`. Here each of these parts is a text of the same
session: its user where the part tells who that is, else what the user says. So is all that it does:
`await message.answer("...")`, `async with ctx.typing():`.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Generator
from typing import Any

from flake8_session_isolation.replay import Session
from flake8_session_isolation.replay.sessions import Given, arguments_by_name

WHO = frozenset(
    "id user author member chat channel guild conversation sender sid peer username from_user from_property "
    "effective_user effective_chat user_id chat_id guild_id channel_id session_id context_id client_id".split())
"""Parts that tell whose message it is."""


class Message(str):
    """A text whose attributes, items and methods are texts of the same session."""

    __slots__ = ("_session",)
    _session: Session

    def __new__(cls, text: str, session: Session) -> Message:
        """The text itself, and of whom its parts are."""
        made = super().__new__(cls, text)
        made._session = session
        return made

    def __getattr__(self, name: str) -> Message:
        if name.startswith("_"):
            raise AttributeError(name)
        return Message(self._session.user if name in WHO else self._session.says(name), self._session)

    def __getitem__(self, key: Any) -> str:
        return getattr(self, key) if isinstance(key, str) else super().__getitem__(key)

    def __call__(self, *arguments: object, **named: object) -> Message:
        return self

    def __await__(self) -> Generator[Any, None, Message]:
        yield from asyncio.sleep(0).__await__()
        return self

    async def __aenter__(self) -> Message:
        return self

    async def __aexit__(self, *error: object) -> None:
        """Nothing is to be put back."""


def messages_for(handler: Callable[..., object]) -> Callable[[Session], Given]:
    """What to call the handler with: the texts of a replay, with parts."""
    texts = arguments_by_name(handler)

    def arguments(session: Session) -> Given:
        positional, named = texts(session)
        return Given(
            [Message(text, session) for text in positional],
            {name: Message(text, session) for name, text in named.items()})

    return arguments
