"""aiohttp.web applications: aiohttp's own server protocol parses the request and writes the response, or the frames of
a WebSocket.

There is no socket: a transport that keeps what is written is at the other end.
"""

from __future__ import annotations

import asyncio
import http
import http.client
import importlib
import io
from collections.abc import Sequence
from typing import Any

from flake8_session_isolation.replay.exchanges import (
    Conversation, Cookies, Exchange, Header, Request, Response, WebSocket, response,
)
from flake8_session_isolation.replay.serving import AsynchronousApplication, address_of, port_of
from flake8_session_isolation.replay.sessions import Session
from flake8_session_isolation.replay.websocket_frames import (
    BINARY, CLOSE, DROPPED, TEXT, UPGRADE, closing, frame_of, frames_in,
)


class AiohttpApplication(AsynchronousApplication):
    """An `aiohttp.web.Application`."""

    def __init__(self, application: Any, allowed: Sequence[int]) -> None:
        super().__init__(application, allowed)
        self._runner: Any = None

    async def begin(self) -> None:
        """Run the start-up hooks."""
        web = importlib.import_module("aiohttp.web")
        self._runner = web.AppRunner(self._application, access_log=None)
        await self._runner.setup()

    async def end(self) -> None:
        """Run the clean-up hooks."""
        await self._runner.cleanup()

    async def _serve(self, asked: Exchange, session: Session, cookies: Cookies) -> Response | Conversation:
        transport = Transport((address_of(session), port_of(session)))
        protocol = self._runner.server()
        protocol.connection_made(transport)
        if isinstance(asked, WebSocket):
            return await _converse(protocol, transport, asked, cookies)
        protocol.data_received(_bytes_of(asked, cookies))
        await transport.closed.wait()
        protocol.connection_lost(None)
        answer = _read(transport.written, asked.method)
        cookies.keep(answer.headers)
        return answer


async def _converse(protocol: Any, transport: Transport, asked: WebSocket, cookies: Cookies) -> Conversation:
    """Send each message, with a pause before it, then the closing frame; the application may close before."""
    protocol.data_received(_head("GET", asked.path, [*cookies.headers_of(asked), *UPGRADE]))
    for sent in (*map(frame_of, asked.messages), closing()):
        await asyncio.sleep(0)
        if not transport.is_closing():
            protocol.data_received(sent)
    await transport.closed.wait()
    protocol.connection_lost(None)
    answer = _read(transport.written, "GET")
    if answer.status != http.HTTPStatus.SWITCHING_PROTOCOLS:
        return Conversation((), answer.status, accepted=False)
    frames = list(frames_in(transport.written.partition(b"\r\n\r\n")[2]))
    messages = tuple(each.message for each in frames if each.opcode in (TEXT, BINARY))
    return Conversation(messages, next((each.code for each in frames if each.opcode == CLOSE), DROPPED), accepted=True)


def _bytes_of(asked: Request, cookies: Cookies) -> bytes:
    headers = [*cookies.headers_of(asked), ("connection", "close")]
    return _head(asked.method.upper(), asked.path, headers) + asked.content


def _head(method: str, path: str, headers: Sequence[Header]) -> bytes:
    lines = [f"{method} {path} HTTP/1.1", *(f"{name}: {value}" for name, value in headers), "", ""]
    return "\r\n".join(lines).encode("latin-1")


def _read(written: bytes, method: str) -> Response:
    source: Any = _Written(written)  # of a socket, `http.client` asks for the file alone
    answer = http.client.HTTPResponse(source, method=method.upper())
    answer.begin()
    return response(answer.status, answer.getheaders(), answer.read())


class _Written:
    """The part of a socket that `http.client` needs."""

    def __init__(self, written: bytes) -> None:
        self._written = written

    def makefile(self, mode: str) -> io.BytesIO:
        """All that was written."""
        return io.BytesIO(self._written)


class Transport(asyncio.Transport):
    """A transport that keeps what is written; nothing is at the other end."""

    def __init__(self, peer: tuple[str, int]) -> None:
        super().__init__({"peername": peer, "sockname": ("127.0.0.1", 80)})
        self.written = b""
        self.closed = asyncio.Event()

    def write(self, data: bytes | bytearray | memoryview) -> None:
        """Keep what is written."""
        self.written += bytes(data)

    def is_closing(self) -> bool:
        """Whether the application has closed it."""
        return self.closed.is_set()

    def close(self) -> None:
        """The response is complete."""
        self.closed.set()

    def abort(self) -> None:
        """As close."""
        self.closed.set()

    def pause_reading(self) -> None:
        """There is nothing more to read."""

    def resume_reading(self) -> None:
        """There is nothing more to read."""

    def set_protocol(self, protocol: asyncio.BaseProtocol) -> None:
        """The server's protocol stays: it hands a WebSocket's frames on itself."""

    def set_write_buffer_limits(self, high: int | None = None, low: int | None = None) -> None:
        """All is taken at once."""
