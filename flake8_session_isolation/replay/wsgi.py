"""WSGI applications: each session in a thread of its own, switched between lines of the program."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeAlias

from flake8_session_isolation.replay.errors import ReplayError
from flake8_session_isolation.replay.exchanges import (
    HOST, Cookies, Exchange, Header, Request, Response, response, target_of,
)
from flake8_session_isolation.replay.serving import Answers, Application, address_of, port_of
from flake8_session_isolation.replay.sessions import Session

Wsgi: TypeAlias = "Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]"


class WsgiApplication(Application):
    """A WSGI application: Flask, Django, Bottle, Falcon."""

    is_in_threads = True

    def __call__(self, session: Session, asked: Sequence[Exchange]) -> Answers:
        """See Application."""
        got, cookies = [], Cookies()
        for each in asked:
            got.append(self._serve(each, session, cookies))
        return self.answers(asked, got)

    def _serve(self, asked: Exchange, session: Session, cookies: Cookies) -> Response:
        if not isinstance(asked, Request):
            raise ReplayError(f"a WSGI application has no WebSocket: {asked}")
        started: list[tuple[str, Sequence[Header]]] = []
        written: list[bytes] = []

        def start_response(status: str, headers: Sequence[Header], error: object = None) -> Callable[[bytes], Any]:
            started.append((status, headers))
            return written.append

        chunks = self._application(environment(asked, session, cookies.headers_of(asked)), start_response)
        try:
            written += chunks
        finally:
            getattr(chunks, "close", lambda: None)()
        if not started:
            raise ReplayError(f"the application ended {asked} without a response")
        status, headers = started[-1]
        answer = response(int(status.split()[0]), headers, b"".join(written))
        cookies.keep(answer.headers)
        return answer


def environment(asked: Request, session: Session, headers: Sequence[Header]) -> dict[str, Any]:
    """What PEP 3333 calls `environ`."""
    target = target_of(asked.path)
    given = {name.upper().replace("-", "_"): value for name, value in headers}
    plain = {name: given.pop(name) for name in ("CONTENT_TYPE", "CONTENT_LENGTH") if name in given}
    environ: dict[str, Any] = {
        "REQUEST_METHOD": asked.method.upper(), "SCRIPT_NAME": "", "QUERY_STRING": target.query,
        "PATH_INFO": target.path.encode().decode("latin-1"), "SERVER_NAME": HOST, "SERVER_PORT": "80",
        "SERVER_PROTOCOL": "HTTP/1.1", "REMOTE_ADDR": address_of(session), "REMOTE_PORT": str(port_of(session)),
        "wsgi.version": (1, 0), "wsgi.url_scheme": "http", "wsgi.input": io.BytesIO(asked.content),
        "wsgi.errors": sys.stderr, "wsgi.multithread": True, "wsgi.multiprocess": False, "wsgi.run_once": False,
    }
    return environ | plain | {f"HTTP_{name}": value for name, value in given.items()}
