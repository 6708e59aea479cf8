"""Requests, responses and WebSocket conversations of a session with an application."""

from __future__ import annotations

import json as texts
from collections.abc import Mapping, Sequence
from http.cookies import SimpleCookie
from types import MappingProxyType
from typing import Any, NamedTuple, TypeAlias
from urllib.parse import unquote, urlencode, urlsplit

from flake8_session_isolation.replay.websocket_frames import DROPPED

NO_JSON = object()
NOTHING: Mapping[str, Any] = MappingProxyType({})

HOST = "testserver"
"""The host for which all requests ask."""

UNTOLD = frozenset({"date", "server"})
"""Headers of a response that say nothing of a session."""

TOKEN = 32 * "a"
"""A token of the form that frameworks ask for."""

Header: TypeAlias = "tuple[str, str]"


class Request(NamedTuple):
    """One HTTP request: a method, a path with or without a query, and at most one of `json`, `form` and `body`."""

    method: str
    path: str
    json: Any = NO_JSON
    form: Mapping[str, str] = NOTHING
    body: str | bytes = b""
    headers: Mapping[str, str] = NOTHING

    def __str__(self) -> str:
        return f"{self.method} {self.path}"

    def with_token(self, cookie: str, header: str) -> Request:
        """The request as a page of the application sends it: with one token in a cookie and in a header, which a
        protection against forged requests compares."""
        return self._replace(headers={**self.headers, "cookie": f"{cookie}={TOKEN}", header: TOKEN})

    @property
    def content(self) -> bytes:
        """The body as it is sent."""
        if self.json is not NO_JSON:
            return texts.dumps(self.json).encode()
        if self.form:
            return urlencode(self.form).encode()
        return self.body.encode() if isinstance(self.body, str) else self.body

    @property
    def content_type(self) -> str:
        """What the body is, or nothing."""
        if self.json is not NO_JSON:
            return "application/json"
        return "application/x-www-form-urlencoded" if self.form else "text/plain" * bool(self.body)


class WebSocket(NamedTuple):
    """One WebSocket connection: it sends each of the messages, and ends when the application has asked for more."""

    path: str
    messages: Sequence[str | bytes] = ()
    headers: Mapping[str, str] = NOTHING

    def __str__(self) -> str:
        return f"WebSocket {self.path}"


Exchange: TypeAlias = "Request | WebSocket"


class Response(NamedTuple):
    """What came back: JSON is read, a text decoded, anything else stays bytes."""

    status: int
    body: Any
    headers: tuple[Header, ...] = ()


class Conversation(NamedTuple):
    """What a WebSocket sent, and the code with which the application closed it: None if it did not."""

    messages: tuple[str | bytes, ...]
    closed: int | None
    accepted: bool


class Target(NamedTuple):
    """The parts of a request's path: decoded, as it was sent, and the query."""

    path: str
    raw: str
    query: str


def target_of(path: str) -> Target:
    """The parts of a path that may have a query."""
    parts = urlsplit(path)
    return Target(unquote(parts.path), parts.path, parts.query)


class Cookies:
    """The cookies of one session, which it sends back with each further request."""

    def __init__(self) -> None:
        self._kept = SimpleCookie()

    def headers_of(self, asked: Exchange) -> list[Header]:
        """The headers of a request, in small letters, as a client would send them."""
        sent = [("host", HOST)]
        if isinstance(asked, Request) and (asked.content or asked.method.upper() not in ("GET", "HEAD")):
            sent += [("content-length", str(len(asked.content)))]
            sent += [("content-type", asked.content_type)] * bool(asked.content_type)
        given = {name.lower(): str(value) for name, value in asked.headers.items()}
        kept = "; ".join(f"{name}={each.coded_value}" for name, each in self._kept.items())
        if cookies := "; ".join(filter(None, (kept, given.pop("cookie", "")))):
            given["cookie"] = cookies
        return [*(each for each in sent if each[0] not in given), *given.items()]

    def keep(self, headers: Sequence[Header]) -> None:
        """Store the cookies that a response sets, and delete those that it expires."""
        for name, value in headers:
            if name.lower() == "set-cookie":
                self._kept.load(value)
        for name in [name for name, each in self._kept.items() if each["max-age"] == "0" or not each.value]:
            del self._kept[name]


def response(status: int, headers: Sequence[Header], body: bytes) -> Response:
    """A response, its body read as its headers say."""
    kept = tuple(sorted((name.lower(), value) for name, value in headers if name.lower() not in UNTOLD))
    return Response(status, _read(body, dict(kept).get("content-type", "")), kept)


def _read(body: bytes, content_type: str) -> Any:
    try:
        if "json" in content_type:
            return texts.loads(body)
        return body.decode() if content_type.startswith("text/") or not content_type else body
    except ValueError:
        return body


def unanswered(asked: Exchange, got: Response | Conversation, allowed: Sequence[int]) -> str:
    """How the application refused the request, in words; empty if it did not, or if that is allowed."""
    if isinstance(got, Conversation):
        if got.closed in allowed or (got.accepted and got.closed != DROPPED):
            return ""
        return f"{'dropped' if got.accepted else 'refused'} {asked} (code {got.closed})"
    is_refusal = got.status >= 400 or got.status in (301, 307, 308)
    return f"answered {asked} with {got.status}: {got.body!r}" if is_refusal and got.status not in allowed else ""


def exchanges(asked: Exchange | Sequence[Exchange]) -> list[Exchange]:
    """The requests of a session, of which there may be one; TypeError for anything else."""
    found = [asked] if isinstance(asked, (Request, WebSocket)) else list(asked)
    for each in found:
        if not isinstance(each, (Request, WebSocket)):
            raise TypeError(f"requests= gives Request and WebSocket objects, not {each!r}")
    return found
