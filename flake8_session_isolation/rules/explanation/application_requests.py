"""Requests that lead to handlers through their application: for generated tests that call the whole application."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from flake8_session_isolation.facts import SessionProxy
from flake8_session_isolation.frontend import ir
from flake8_session_isolation.frontend.call_sites import body_of
from flake8_session_isolation.frontend.scopes import Class, Function, home, last_name
from flake8_session_isolation.linking.injections import injections
from flake8_session_isolation.linking.object_types import Sharing
from flake8_session_isolation.linking.symbols import dotted
from flake8_session_isolation.replay.generated_test import CannotReplay
from flake8_session_isolation.rules.explanation.routes import Route
from flake8_session_isolation.rules.judgements.session_keys import key_of

_VARIABLE = re.compile(r"[{<](?:\w+:)?(\w+)(?::\w+)?[}>]")
"""A parameter in the path of a route: `{user}`, `{user:str}`, `<user>`, `<string:user>`."""
_PARTS = {
    "json": "json", "get_json": "json", "form": "form", "post": "form", "POST": "form", "args": "query",
    "query": "query", "query_params": "query", "GET": "query",
}
"""The attributes and methods of a request from which handlers take texts, and the part of the request that they
mean."""
_WHOLE = ("text", "body", "read", "data", "get_data")
"""The attributes and methods of a request that give its whole body."""
_ON_THE_PATH = ("match_info", "path_params", "view_args")
_TEXTS = ("str", "object", "Any", None)
_NUMBERS = ("int", "float")


def request_to(function: Function, route: Route, sharing: Sharing) -> str:
    """The expression that makes a session's request to a handler by its route; CannotReplay where it cannot be made."""
    parts: dict[str, dict[str, str]] = {"query": {}, "json": {}, "form": {}}
    inside = dict(_on_the_path(route, function))
    asked = [each for each in _asked(function, sharing) if each[0] not in _ON_THE_PATH]
    for name in _free_parameters(function, sharing, inside):
        kind, found = _given(name, function, sharing)
        parts[kind].update(found)
    for kind, key in asked:
        if kind in _PARTS:
            parts[_PARTS[kind]].setdefault(key, _said(key, key_of(function)))
    path = _VARIABLE.sub(lambda hit: f"{{{inside[hit[1]]}}}", route.path)
    query = "&".join(f"{key}={{{value}}}" for key, value in parts["query"].items())
    body = [f"{kind}={_display(parts[kind])}" for kind in ("json", "form") if parts[kind]][:1]
    if not body and any(kind in _WHOLE for kind, _ in asked):
        body = ['body=session.says("body")']
    method = route.method or ("POST" if body else "GET")
    request = f"Request({', '.join([_quoted(method), _quoted(f'{path}?{query}' if query else path), *body])})"
    needs_token = route.token is not None and method != "GET"
    return f"{request}.with_token({', '.join(map(_quoted, route.token or ()))})" if needs_token else request


def _quoted(text: str) -> str:
    """A text in double quotes, as an f-string if it contains expressions: these have single quotes."""
    return f'{"f" if "{" in text else ""}"{text}"'


def _display(entries: Mapping[str, str]) -> str:
    shown = (f"{_quoted(key)}: {_DOUBLE.sub(_SAYS, value)}" for key, value in entries.items())
    return f"{{{', '.join(shown)}}}"


_DOUBLE, _SAYS = re.compile(r"'(\w+)'"), r'"\1"'


def _said(name: str, key: str | None) -> str:
    return "session.user" if name == key else f"session.says('{name}')"


def _on_the_path(route: Route, function: Function) -> Iterator[tuple[str, str]]:
    for name in _VARIABLE.findall(route.path):
        yield name, _value(name, function) if name in function.parameters else _said(name, key_of(function))


def _value(name: str, function: Function) -> str:
    """A number or a text for a parameter, as its annotation says."""
    annotation = function.scope.annotations.get(name)
    said = annotation.id if isinstance(annotation, ir.Name) else None
    if said in _NUMBERS:
        return "session.number + 1"
    if said not in _TEXTS or (annotation is not None and said is None):
        raise CannotReplay(f"the parameter '{name}' is neither a text nor a number")
    return _said(name, key_of(function))


def _free_parameters(function: Function, sharing: Sharing, inside: Mapping[str, str]) -> list[str]:
    """The parameters that a request has to fill."""
    provided = {each.parameter for each in injections(function, sharing)}
    receiver = function.receiver if function.owner is not None else None
    filled = {*provided, *inside, *(name for name, _ in function.defaults), receiver}
    filled |= {name for name in function.parameters if _is_request(name, function)}
    return [each for each in function.parameters if each not in filled]


def _given(name: str, function: Function, sharing: Sharing) -> tuple[str, dict[str, str]]:
    """The part of a request that fills a parameter: the query, or a body with the fields of the class."""
    annotation = function.scope.annotations.get(name)
    cls = _class_of(annotation, function, sharing)
    if cls is None:
        return "query", {name: _value(name, function)}
    needed = [(each, said) for each, said in cls.scope.annotations.items() if not cls.scope.bindings.get(each)]
    texts = {each: said.id if isinstance(said, ir.Name) else "" for each, said in needed}
    if not texts or not set(texts.values()) <= {"str", *_NUMBERS}:
        raise CannotReplay(f"the fields of '{cls.short_name}' are not all texts or numbers")
    key = key_of(function)
    number = "session.number + 1"
    return "json", {each: number if said in _NUMBERS else _said(each, key) for each, said in texts.items()}


def _class_of(annotation: ir.Expression | None, function: Function, sharing: Sharing) -> Class | None:
    """The class of the project that annotates a parameter."""
    view = sharing.others(home(function.scope))
    name = annotation.id if isinstance(annotation, ir.Name) else ""
    whole = dotted(annotation, function.around) if annotation is not None else None
    return view.module.scope.classes.get(name) or view.modules.class_named(whole, view.module)


def _asked(function: Function, sharing: Sharing) -> Iterator[tuple[str, str]]:
    """The parts of the request that a handler uses, with the keys: `request.json["text"]`, `request.form.get("user")`,
    `data = await request.json()` and then `data["text"]`."""
    for node in body_of(function.scope).nodes:
        part, key = node, ""
        if isinstance(node, ir.Subscript):
            part, key = node.value, _text(node.slice)
        elif isinstance(node, ir.Call) and isinstance(node.func, ir.Attribute) and node.func.attr == "get":
            part, key = node.func.value, _text(node.args[0] if node.args else None)
        taken = _taken(part, function, sharing) if isinstance(part, ir.Expression) else None
        if taken is not None and (key or taken in _WHOLE):
            yield taken, key


def _text(node: ir.Expression | None) -> str:
    return node.value if isinstance(node, ir.Constant) and isinstance(node.value, str) else ""


def _taken(part: ir.Expression, function: Function, sharing: Sharing) -> str | None:
    """The attribute or method of the request from which an expression is taken, also through a local variable."""
    bound = function.scope.bindings.get(part.id, ()) if isinstance(part, ir.Name) else ()
    at = bound[0] if len(bound) == 1 and bound[0] is not None else part
    at = at.value if isinstance(at, ir.Await) else at
    if isinstance(at, ir.Call):
        if at.args and last_name(at.func) == "loads" and _taken(at.args[0], function, sharing) in _WHOLE:
            return "json"
        at = at.func
    if not isinstance(at, ir.Attribute):
        return None
    whole = dotted(at.value, function.scope)
    is_proxy = whole is not None and sharing.facts.row(SessionProxy, whole) is not None
    is_given = isinstance(at.value, ir.Name) and _is_request(at.value.id, function)
    return at.attr if is_proxy or is_given else None


def _is_request(name: str, function: Function) -> bool:
    """Whether a parameter is the request itself: by its annotation, or without one by its name or what is taken of
    it."""
    annotation = function.scope.annotations.get(name)
    if name not in function.parameters or annotation is not None:
        return annotation is not None and (last_name(annotation) or "").endswith("Request")
    parts = {attribute for variable, attribute in function.footprint.parts if variable == name}
    return name == "request" or not parts.isdisjoint((*_ON_THE_PATH, *_PARTS))
