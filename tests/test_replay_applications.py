"""Replay of whole applications: ASGI and WSGI by hand, which no library is needed for."""

from __future__ import annotations

import importlib
import itertools
import sys
import textwrap
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from flake8_session_isolation.replay import (
    AlwaysFails, NeverFinishes, NoFreshState, NotIsolated, OutsideTheLoop, ReplayError, Request, Response, Session,
    WebSocket, Witness, check_application,
)
from flake8_session_isolation.replay.applications import interface_of
from flake8_session_isolation.replay.exchanges import Cookies, response

ASGI = """
    import asyncio
    import json

    import {store}

    ready = []
    current = None

    async def app(scope, receive, send):
        await globals()[scope["type"]](scope, receive, send)

    async def lifespan(scope, receive, send):
        await receive()
        ready.append("yes")
        scope["state"]["seats"] = 3
        await send({{"type": "lifespan.startup.complete"}})
        await receive()
        await send({{"type": "lifespan.shutdown.complete"}})

    async def http(scope, receive, send):
        asked = json.loads((await receive())["body"] or b"null")
        answer = await globals()["get_" + scope["path"][1:]](asked, scope)
        status = 200 if answer is not None else 404
        headers = [(b"content-type", b"application/json"), (b"set-cookie", b"seen=yes; Path=/")]
        await send({{"type": "http.response.start", "status": status, "headers": headers}})
        await send({{"type": "http.response.body", "body": json.dumps(answer).encode()}})

    async def get_kept(asked, scope):
        global current
        current = asked
        await asyncio.sleep(1)
        return current

    async def get_own(asked, scope):
        await asyncio.sleep(1)
        return asked

    async def get_grown(asked, scope):
        {store}.said.append(asked)
        return {store}.said

    async def get_told(asked, scope):
        names = ("path", "query_string", "raw_path", "client", "method", "headers", "state")
        return {{name: repr(scope[name]) for name in names}}

    async def get_ready(asked, scope):
        return ready

    async def get_nothing(asked, scope):
        return None

    async def get_refused(asked, scope):
        raise LookupError("no")

    async def get_connected(asked, scope):
        await asyncio.open_connection("localhost", 80)

    async def get_looked_up(asked, scope):
        import socket
        return socket.getaddrinfo("localhost", 80)

    async def get_client(asked, scope):
        return {store}.client.name

    async def get_later(asked, scope):
        def count():
            before = {store}.visits
            {store}.visits = before + 1
        await asyncio.get_running_loop().run_in_executor(None, count)
        return asked

    async def websocket(scope, receive, send):
        global current
        await receive()
        if scope["path"] == "/closed":
            await send({{"type": "websocket.close", "code": 4001}})
            return
        await send({{"type": "websocket.accept"}})
        while (event := await receive())["type"] == "websocket.receive":
            current = own = event["text"]
            await send({{"type": "websocket.send", "text": "thinking"}})
            await send({{"type": "websocket.send", "text": own if scope["path"] == "/own" else current}})
"""

WSGI = """
    import json

    current = None

    class App:
        def __call__(self, environ, start_response):
            asked = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0)).decode()
            answer = getattr(self, environ["PATH_INFO"][1:])(asked, environ)
            start_response("200 OK", [("Content-Type", "text/plain"), ("Set-Cookie", "seen=" + asked)])
            return [answer.encode()]

        def kept(self, asked, environ):
            global current
            current = asked
            return current

        def own(self, asked, environ):
            answer = asked
            return answer

        def cookie(self, asked, environ):
            return environ.get("HTTP_COOKIE", "none") + environ["REMOTE_ADDR"] + environ["CONTENT_TYPE"]

    def create_app():
        return App()
"""

COUNTING = """
    import asyncio

    import {store}

    async def count(app, scope, receive, send):
        assert scope["type"] == "http"
        before = getattr(app{part}, "visits", 0)
        await asyncio.sleep(0)
        app{part}.visits = before + 1
        await send({{"type": "http.response.start", "status": 204, "headers": []}})
        await send({{"type": "http.response.body", "body": b""}})

    app = {store}.App(count)
    request = {store}.Proxy()
"""
STORE = """
    said = []
    visits = 0
    client = None

    class State:
        pass

    class App:
        def __init__(self, handler):
            self.handler, self.state = handler, State()

        async def __call__(self, *given):
            await self.handler(self, *given)

    class Proxy:
        def __call__(self):
            return None

        def __getattribute__(self, name):
            if name == "__dict__":
                raise RuntimeError("outside of a request")
            return object.__getattribute__(self, name)
"""

numbers = itertools.count()

Named = Callable[[str], str]


@pytest.fixture
def named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Named:
    """Write a program of this file as a module, with a module of its own beside it; gives its name."""
    def write(program: str) -> str:
        name = f"served{next(numbers)}"
        (tmp_path / f"{name}_store.py").write_text(textwrap.dedent(STORE))
        text = program.format(store=f"{name}_store") if "{store}" in program else program
        (tmp_path / f"{name}.py").write_text(textwrap.dedent(text))
        return name
    monkeypatch.syspath_prepend(tmp_path)
    return write


def ask(path: str, **more: Any) -> Callable[[Session], Request]:
    """Requests that tell who asks."""
    return lambda session: Request("POST", path, json=session.says("hello"), **more)


def met(application: object, requests: Any, **how: Any) -> Witness:
    """The schedule under which sessions meet; fails if they do not."""
    with pytest.raises(NotIsolated) as error:
        check_application(application, requests, **how)
    return error.value.witness


def answers(application: object, requests: Any, **how: Any) -> list[Any]:
    """What each session gets for its requests, in the order in which that is known."""
    got: list[Any] = []
    check_application(application, requests, result=got.append, settings=["different sessions"], **how)
    return got


@pytest.mark.parametrize(("path", "schedule"), [("/kept", "A B2 A"), ("/grown", "A B")])
def test_an_asgi_application_leaks(named: Named, path: str, schedule: str) -> None:
    witness = met(f"{named(ASGI)}:app", ask(path))
    assert (witness.verdict.kind, str(witness.schedule)) == ("leak", schedule)
    assert "at result.body" in witness.verdict.reason
    assert "returned Response(status=200, body=" in str(witness)


def test_an_asgi_application_keeps_sessions_apart(named: Named) -> None:
    """Of the turns only those count between which lines of the program are run: two for each session."""
    checked = check_application(f"{named(ASGI)}:app", ask("/own"), complete=True)
    assert str(checked) == "different sessions: all 6 schedules\none session: all 6 schedules"


@pytest.mark.parametrize("part", [".state", ""])
def test_what_is_left_on_an_application_is_observed(named: Named, part: str) -> None:
    name = named(COUNTING.replace("{part}", part))
    witness = met(f"{name}:app", ask("/"), settings=["different sessions"])
    assert (witness.verdict.kind, str(witness.schedule)) == ("interference", "A B2 A")
    assert f"{name}.app{part}" in str(witness)


def test_the_lifespan_lies_around_all_sessions(named: Named) -> None:
    got = answers(f"{named(ASGI)}:app", lambda session: Request("GET", "/ready"))
    assert {tuple(each.body) for each in got} == {("yes",)}


def test_what_a_request_tells(named: Named) -> None:
    [first, *_] = answers(f"{named(ASGI)}:app", lambda session: Request(
        "get", "/told?who=" + session.user, headers={"X-Who": session.user, "Cookie": "a=b"}))
    assert first.body == {
        "path": "'/told'", "raw_path": "b'/told'", "query_string": "b'who=alice'", "method": "'GET'",
        "client": "('10.0.0.1', 50000)", "state": "{'seats': 3}",
        "headers": "[(b'host', b'testserver'), (b'x-who', b'alice'), (b'cookie', b'a=b')]"}


def test_requests_of_a_session_follow_each_other_and_share_cookies(named: Named) -> None:
    [first, *_] = answers(
        f"{named(ASGI)}:app", lambda session: [Request("POST", "/own", json=session.user), Request("POST", "/told")])
    assert [each.status for each in first] == [200, 200]
    assert "(b'cookie', b'seen=yes')" in first[1].body["headers"]


def test_work_that_is_given_to_a_pool_is_switched_between_lines(named: Named) -> None:
    assert met(f"{named(ASGI)}:app", ask("/later")).verdict.kind == "interference"


@pytest.mark.parametrize(("path", "leaks"), [("/shared", True), ("/own", False)])
def test_a_websocket_leaks_between_two_messages(named: Named, path: str, leaks: bool) -> None:
    name = f"{named(ASGI)}:app"
    if leaks:
        assert "at result.messages[1]" in met(name, lambda session: WebSocket(path, [session.user])).verdict.reason
    else:
        got = answers(name, lambda session: WebSocket(path, [session.user, "more"]))
        assert got[0].messages == ("thinking", "alice", "thinking", "more")


NOT_ANSWERED = {
    "/nothing": r"asked for POST /nothing it answered POST /nothing with 404: None\. .*may_answer=",
    "/refused": r"asked for POST /refused it raised LookupError\('no'\) at served\d+.py:\d+\. .*may_raise=LookupError",
}


@pytest.mark.parametrize(("path", "says"), NOT_ANSWERED.items())
def test_an_application_that_refuses_every_request_gets_no_verdict(named: Named, path: str, says: str) -> None:
    name = f"{named(ASGI)}:app"
    with pytest.raises(AlwaysFails, match=says):
        check_application(name, ask(path))
    assert check_application(name, ask(path), may_answer=[404], may_raise=LookupError)


def test_a_websocket_that_is_closed_at_once_is_refused(named: Named) -> None:
    name = f"{named(ASGI)}:app"
    with pytest.raises(AlwaysFails, match=r"refused WebSocket /closed \(code 4001\)"):
        check_application(name, lambda session: WebSocket("/closed"))
    assert check_application(name, lambda session: WebSocket("/closed"), may_answer=[4001])


@pytest.mark.parametrize(("path", "call"), [
    ("/connected", r"awaits real input or output \(loop.create_connection\)"),
    ("/looked_up", r"does real input or output \(socket.getaddrinfo\)"),
])
def test_real_input_and_output_is_refused_by_name(named: Named, path: str, call: str) -> None:
    with pytest.raises(OutsideTheLoop, match=rf"served\d+.py:\d+ {call}.* by prepare="):
        check_application(f"{named(ASGI)}:app", ask(path))


def test_a_stand_in_is_put_into_each_new_application(named: Named) -> None:
    name = named(ASGI)

    def prepare(application: object) -> None:
        sys.modules[f"{name}_store"].client = SimpleNamespace(name="ours")  # type: ignore[attr-defined]  # made here

    got = answers(f"{name}:app", lambda session: Request("GET", "/client"), prepare=prepare)
    assert {each.body for each in got} == {"ours"}


def test_an_application_is_found_by_itself_or_made(named: Named) -> None:
    name = named(ASGI)
    module = importlib.import_module(name)

    def make() -> Any:
        return importlib.import_module(name).app

    assert met(module.http, ask("/grown"), interface="asgi").verdict.kind == "leak"
    assert met(module.app, ask("/grown")).verdict.kind == "leak"
    assert met(make, ask("/grown"), modules=[name, f"{name}_store"]).verdict.kind == "leak"
    assert module.current is None
    with pytest.raises(NoFreshState, match="write 'module:name'"):
        check_application(name, ask("/own"))

    async def app(scope: object, receive: object, send: object) -> None:
        """Stands in no module."""

    with pytest.raises(NoFreshState, match="is no variable of a module of yours"):
        check_application(app, ask("/own"))


FAILING_LIFESPANS = {
    "it says so": ('await send({"type": "lifespan.startup.failed", "message": "no room"})', ReplayError, "no room"),
    "it waits": ("await asyncio.Event().wait()", NeverFinishes, r"the start of the application, at -: .*\.py:6; pass"),
}


@pytest.mark.parametrize(("line", "error", "says"), FAILING_LIFESPANS.values(), ids=FAILING_LIFESPANS.keys())
def test_an_application_that_does_not_start_is_named(
    named: Named, line: str, error: type[Exception], says: str,
) -> None:
    name = named(f"import asyncio\n\nasync def app(scope, receive, send):\n    if scope['type'] == 'lifespan':\n"
                 f"        await receive()\n        {line}\n")
    with pytest.raises(error, match=says):
        check_application(f"{name}:app", ask("/"))


def test_an_application_without_lifespan_or_response(named: Named) -> None:
    name = named("async def app(scope, receive, send):\n    assert scope['type'] == 'http'\n")
    with pytest.raises(ReplayError, match="ended POST / without a whole response; it sent nothing"):
        check_application(f"{name}:app", ask("/"))


def test_a_wsgi_application_leaks_between_two_lines(named: Named) -> None:
    witness = met(f"{named(WSGI)}:create_app", lambda session: Request("POST", "/kept", body=session.user))
    assert (witness.verdict.kind, witness.verdict.reason) == (
        "leak", "session A (alice) got 'robert' at result.body")


def test_a_wsgi_application_keeps_sessions_apart(named: Named) -> None:
    name = f"{named(WSGI)}:create_app"
    checked = check_application(name, lambda session: Request("POST", "/own", body=session.user))
    assert checked.depends_on_session
    [first, *_] = answers(name, lambda session: [
        Request("POST", "/own", body=session.user), Request("POST", "/cookie", form={"a": "b c"})])
    assert first[1].body == "seen=alice10.0.0.1application/x-www-form-urlencoded"
    with pytest.raises(ReplayError, match="has no WebSocket"):
        check_application(name, lambda session: WebSocket("/own"))


def test_what_is_no_application_is_named() -> None:
    with pytest.raises(ReplayError, match="looks like none of asgi, wsgi, aiohttp: pass interface=.*check_isolation"):
        interface_of(lambda update: None)


def test_only_requests_are_asked(named: Named) -> None:
    with pytest.raises(TypeError, match="gives Request and WebSocket objects, not '/own'"):
        check_application(f"{named(ASGI)}:app", lambda session: ["/own"])  # type: ignore[list-item]  # no request


def test_cookies_are_kept_until_they_are_taken_back() -> None:
    cookies = Cookies()
    cookies.keep([("Set-Cookie", "one=1; Path=/"), ("set-cookie", 'two="2"')])
    assert dict(cookies.headers_of(Request("GET", "/")))["cookie"] == 'one=1; two="2"'
    cookies.keep([("set-cookie", "one=; Max-Age=0")])
    assert dict(cookies.headers_of(Request("GET", "/", headers={"Cookie": "c=3"})))["cookie"] == 'two="2"; c=3'


def test_a_response_is_read_as_its_headers_say() -> None:
    json = [("Content-Type", "application/json"), ("Date", "today")]
    assert response(200, json, b'{"a": 1}') == Response(200, {"a": 1}, (("content-type", "application/json"),))
    assert response(200, json, b"no json").body == b"no json"
    assert response(200, [("content-type", "image/png")], b"\x89").body == b"\x89"
