"""aiohttp.web applications: aiohttp's own server protocol parses the request and writes the response, without a socket.

There is no socket: a transport that keeps what is written is at the other end.
"""

from __future__ import annotations

import asyncio
import http.client
import importlib
import io
from collections.abc import Sequence
from typing import Any

from flake8_session_isolation.replay.errors import ReplayError
from flake8_session_isolation.replay.exchanges import Cookies, Exchange, Request, Response, response
from flake8_session_isolation.replay.serving import AsynchronousApplication, address_of, port_of
from flake8_session_isolation.replay.sessions import Session


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

    async def _serve(self, asked: Exchange, session: Session, cookies: Cookies) -> Response:
        if not isinstance(asked, Request):
            raise ReplayError(f"no WebSocket of aiohttp can be replayed: {asked}; check its handler by check_isolation")
        transport = Transport((address_of(session), port_of(session)))
        protocol = self._runner.server()
        protocol.connection_made(transport)
        protocol.data_received(_bytes_of(asked, cookies))
        await transport.closed.wait()
        protocol.connection_lost(None)
        answer = _read(transport.written, asked)
        cookies.keep(answer.headers)
        return answer


def _bytes_of(asked: Request, cookies: Cookies) -> bytes:
    headers = [*cookies.headers_of(asked), ("connection", "close")]
    lines = [f"{asked.method.upper()} {asked.path} HTTP/1.1", *(f"{name}: {value}" for name, value in headers), "", ""]
    return "\r\n".join(lines).encode("latin-1") + asked.content


def _read(written: bytes, asked: Request) -> Response:
    source: Any = _Written(written)  # of a socket, `http.client` asks for the file alone
    answer = http.client.HTTPResponse(source, method=asked.method.upper())
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
        """Only a WebSocket would ask for another."""

    def set_write_buffer_limits(self, high: int | None = None, low: int | None = None) -> None:
        """All is taken at once."""
