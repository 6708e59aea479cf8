"""Requests that lead to handlers through their application: for generated tests that call the whole application."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from flake8_session_isolation.facts import Application, SessionProxy
from flake8_session_isolation.frontend import ir
from flake8_session_isolation.frontend.call_sites import body_of
from flake8_session_isolation.frontend.scopes import Function, home
from flake8_session_isolation.linking.injections import injections
from flake8_session_isolation.linking.object_types import Sharing
from flake8_session_isolation.linking.symbols import dotted
from flake8_session_isolation.replay.generated_test import CannotReplay
from flake8_session_isolation.rules.judgements.session_keys import key_of

_METHODS = ("get", "post", "put", "patch", "delete")
_VARIABLE = re.compile(r"[{<](?:\w+:)?(\w+)(?::\w+)?[}>]")
"""A parameter in the path of a route: `{user}`, `{user:str}`, `<user>`, `<string:user>`."""
_PARTS = {"json": "json", "form": "form", "args": "query"}
"""The attributes of a request proxy from which handlers take texts, and the part of the request that they mean."""
_TEXTS = ("str", "object", "Any", None)
_NUMBERS = ("int", "float")


class Route(NamedTuple):
    """Where a decorator puts a handler: the variable of the application, the method and the path."""

    application: str
    method: str
    path: str


def route_of(function: Function, sharing: Sharing) -> Route:
    """The route of a handler; CannotReplay where no decorator gives it to an application of the module."""
    for each in function.decorators:
        if isinstance(each, ir.Call) and isinstance(each.func, ir.Attribute) and isinstance(each.func.value, ir.Name):
            path = each.args[0] if each.args else None
            name, method = each.func.value.id, _method(each)
            if method and isinstance(path, ir.Constant) and isinstance(path.value, str):
                if _is_application(name, function, sharing):
                    return Route(name, method, path.value)
    raise CannotReplay(f"no decorator gives '{function.short_name}' a path on an application of the file")


def _method(decorator: ir.Call) -> str | None:
    """The method of `@app.post(...)` or `@app.route(..., methods=["POST"])`."""
    called = decorator.func.attr if isinstance(decorator.func, ir.Attribute) else ""
    if called != "route":
        return called.upper() if called in _METHODS else None
    given = next((each.value for each in decorator.keywords if each.arg == "methods"), None)
    first = given.elts[0] if isinstance(given, ir.Display) and given.elts else None
    return str(first.value) if isinstance(first, ir.Constant) else "GET"


def _is_application(name: str, function: Function, sharing: Sharing) -> bool:
    """Whether a variable of the linted module is bound once, to an application of a library."""
    bound = sharing.module.scope.bindings.get(name, ())
    call = bound[0] if len(bound) == 1 and home(function.scope) is sharing.module else None
    whole = dotted(call.func, sharing.module.scope) if isinstance(call, ir.Call) else None
    return whole is not None and sharing.facts.tell(Application, whole) is not None


def request_to(function: Function, sharing: Sharing) -> str:
    """The expression that makes a session's request to a handler; CannotReplay where it cannot be made."""
    route = route_of(function, sharing)
    parts: dict[str, dict[str, str]] = {"query": {}, "json": {}, "form": {}}
    inside = dict(_on_the_path(route, function))
    for name in _free_parameters(function, sharing, inside):
        kind, found = _given(name, function, sharing)
        parts[kind].update(found)
    for kind, key in _asked_of_proxies(function, sharing):
        parts[kind].setdefault(key, _said(key, key_of(function)))
    path = _VARIABLE.sub(lambda hit: f"{{{inside[hit[1]]}}}", route.path)
    query = "&".join(f"{key}={{{value}}}" for key, value in parts["query"].items())
    whole = f"{path}?{query}" if query else path
    body = [f"{kind}={_display(parts[kind])}" for kind in ("json", "form") if parts[kind]][:1]
    return f"Request({', '.join([_quoted(route.method), _quoted(whole), *body])})"


def _quoted(text: str) -> str:
    """A text in double quotes, formatted where it holds expressions: these have single ones."""
    return f'{"f" if "{" in text else ""}"{text}"'


def _display(entries: Mapping[str, str]) -> str:
    shown = (f"{_quoted(key)}: {_DOUBLE.sub(_SAYS, value)}" for key, value in entries.items())
    return f"{{{', '.join(shown)}}}"


_DOUBLE, _SAYS = re.compile(r"'(\w+)'"), r'"\1"'


def _said(name: str, key: str | None) -> str:
    return "session.user" if name == key else f"session.says('{name}')"


def _on_the_path(route: Route, function: Function) -> Iterator[tuple[str, str]]:
    for name in _VARIABLE.findall(route.path):
        yield name, _value(name, function)


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
    filled = {*provided, *inside, *(name for name, _ in function.defaults), function.receiver}
    return [each for each in function.parameters if each not in filled]


def _given(name: str, function: Function, sharing: Sharing) -> tuple[str, dict[str, str]]:
    """The part of a request that fills a parameter: the query, or a body with the fields of the class."""
    annotation = function.scope.annotations.get(name)
    cls = sharing.module.scope.classes.get(annotation.id) if isinstance(annotation, ir.Name) else None
    if cls is None:
        return "query", {name: _value(name, function)}
    fields = cls.scope.annotations.items()
    texts = {each: said.id if isinstance(said, ir.Name) else "" for each, said in fields}
    if not texts or not set(texts.values()) <= {"str", *_NUMBERS}:
        raise CannotReplay(f"the fields of '{cls.short_name}' are not all texts or numbers")
    key = key_of(function)
    number = "session.number + 1"
    return "json", {each: number if said in _NUMBERS else _said(each, key) for each, said in texts.items()}


def _asked_of_proxies(function: Function, sharing: Sharing) -> Iterator[tuple[str, str]]:
    """What a handler takes from a request proxy: `request.json["text"]`, `request.form.get("user")`."""
    for node in body_of(function.scope).nodes:
        if isinstance(node, ir.Subscript):
            part, key = node.value, node.slice
        elif isinstance(node, ir.Call) and isinstance(node.func, ir.Attribute) and node.args:
            part, key = node.func.value, node.args[0]
        else:
            continue
        if isinstance(part, ir.Attribute) and part.attr in _PARTS and isinstance(key, ir.Constant):
            whole = dotted(part.value, function.scope)
            if whole is not None and sharing.facts.tell(SessionProxy, whole) is not None:
                yield _PARTS[part.attr], str(key.value)
