"""ASGI applications: called directly in the loop of the replay, with their lifespan around all sessions."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, MutableMapping, Sequence
from typing import Any, TypeAlias

from flake8_session_isolation.replay.errors import ReplayError
from flake8_session_isolation.replay.exchanges import (
    HOST, Conversation, Cookies, Exchange, Request, Response, WebSocket, response, target_of,
)
from flake8_session_isolation.replay.serving import AsynchronousApplication, address_of, port_of
from flake8_session_isolation.replay.sessions import Session

Event: TypeAlias = "MutableMapping[str, Any]"
Receive: TypeAlias = "Callable[[], Awaitable[Event]]"
Send: TypeAlias = "Callable[[Event], Awaitable[None]]"
Asgi: TypeAlias = "Callable[[Event, Receive, Send], Awaitable[None]]"

VERSION = {"version": "3.0", "spec_version": "2.4"}


class AsgiApplication(AsynchronousApplication):
    """An ASGI application: FastAPI, Starlette, Litestar, Quart, Django."""

    def __init__(self, application: Asgi, allowed: Sequence[int]) -> None:
        super().__init__(application, allowed)
        self._lifespan = Lifespan(application)

    async def begin(self) -> None:
        """Run the lifespan until the application is ready; ReplayError if it says that it failed."""
        await self._lifespan.begin()

    async def end(self) -> None:
        """Run the lifespan to its end."""
        await self._lifespan.end()

    async def _serve(self, asked: Exchange, session: Session, cookies: Cookies) -> Response | Conversation:
        target = target_of(asked.path)
        scope: Event = {
            "asgi": dict(VERSION), "http_version": "1.1", "root_path": "", "path": target.path,
            "raw_path": target.raw.encode(), "query_string": target.query.encode(), "server": (HOST, 80),
            "client": (address_of(session), port_of(session)), "state": dict(self._lifespan.state),
            "headers": [(name.encode("latin-1"), value.encode("latin-1")) for name, value in cookies.headers_of(asked)],
        }
        if isinstance(asked, WebSocket):
            return await _converse(self._application, asked, scope)
        answer = await _ask(self._application, asked, scope)
        cookies.keep(answer.headers)
        return answer


async def _ask(application: Asgi, asked: Request, scope: Event) -> Response:
    scope.update(type="http", scheme="http", method=asked.method.upper())
    sent: list[Event] = []
    body = [{"type": "http.request", "body": asked.content, "more_body": False}]
    done = asyncio.Event()

    async def receive() -> Event:
        if body:
            return body.pop()
        await done.wait()
        return {"type": "http.disconnect"}

    async def send(event: Event) -> None:
        sent.append(event)
        if event.get("more_body"):
            await asyncio.sleep(0)  # as where a client reads slowly
        elif event["type"] == "http.response.body":
            done.set()

    await application(scope, receive, send)
    starts = [each for each in sent if each["type"] == "http.response.start"]
    if not starts or not done.is_set():
        raise ReplayError(f"the application ended {asked} without a whole response; it sent {_types(sent)}")
    content = b"".join(each.get("body", b"") for each in sent if each["type"] == "http.response.body")
    return response(starts[0]["status"], _decoded(starts[0].get("headers", ())), content)


async def _converse(application: Asgi, asked: WebSocket, scope: Event) -> Conversation:
    scope.update(type="websocket", scheme="ws", subprotocols=[])
    said: list[Event] = [{"type": "websocket.connect"}]
    said += [{"type": "websocket.receive", **_message(each)} for each in asked.messages]
    sent: list[Event] = []

    async def receive() -> Event:
        await asyncio.sleep(0)
        return said.pop(0) if said else {"type": "websocket.disconnect", "code": 1000}

    async def send(event: Event) -> None:
        sent.append(event)
        await asyncio.sleep(0)

    try:
        await application(scope, receive, send)
    except Exception as error:
        if said or "Disconnect" not in type(error).__name__:  # which only tells that the client is gone
            raise
    texts = tuple(
        each["bytes"] if each.get("text") is None else each["text"]
        for each in sent if each["type"] == "websocket.send")
    closed = next((each.get("code", 1000) for each in sent if each["type"] == "websocket.close"), None)
    return Conversation(texts, closed, any(each["type"] == "websocket.accept" for each in sent))


def _message(said: str | bytes) -> dict[str, Any]:
    return {"text": said} if isinstance(said, str) else {"bytes": said}


def _decoded(headers: Sequence[tuple[bytes, bytes]]) -> list[tuple[str, str]]:
    return [(bytes(name).decode("latin-1"), bytes(value).decode("latin-1")) for name, value in headers]


def _types(sent: Sequence[Event]) -> str:
    return ", ".join(str(each["type"]) for each in sent) or "nothing"


class Lifespan:
    """The start-up and shutdown of an application, if it supports them; `state` is what it provides to requests."""

    def __init__(self, application: Asgi) -> None:
        self._application = application
        self.state: dict[str, Any] = {}
        self._task: asyncio.Task[None] | None = None
        self._asked: asyncio.Queue[Event] = asyncio.Queue()
        self._events: asyncio.Queue[Event] = asyncio.Queue()

    async def begin(self) -> None:
        """Wait until it is ready, or has raised, which means that it has no lifespan."""
        scope: Event = {"type": "lifespan", "asgi": dict(VERSION), "state": self.state}
        self._task = asyncio.create_task(self._run(scope))
        answer = await self._ask("startup")
        if answer["type"] == "lifespan.startup.failed":
            raise ReplayError(
                "the application does not start: " + (str(answer.get("message")) or "it sent lifespan.startup.failed"))

    async def end(self) -> None:
        """Wait until it has ended."""
        if self._task and not self._task.done():
            await self._ask("shutdown")
            await self._task

    async def _ask(self, what: str) -> Event:
        self._asked.put_nowait({"type": f"lifespan.{what}"})
        return await self._events.get()

    async def _run(self, scope: Event) -> None:
        try:
            await self._application(scope, self._asked.get, self._events.put)
        except Exception:  # as servers do: a failure that it reported counts, else it has no lifespan
            pass
        finally:
            self._events.put_nowait({"type": "lifespan.ended"})
