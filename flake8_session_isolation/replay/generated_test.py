"""The text of a pytest test that replays a finding."""

from __future__ import annotations

import textwrap
from typing import NamedTuple


class CannotReplay(Exception):
    """No test can be made of a finding; the message says why, and what to do instead."""


class Argument(NamedTuple):
    """An expression that is passed to a function, by name if it is not positional."""

    value: str
    name: str = ""

    def __str__(self) -> str:
        return f"{self.name}={self.value}" if self.name else self.value


class Called(NamedTuple):
    """A function that a session's turn calls: the expression for it, and its arguments. What is streamed in its reply
    is read to the end; a context manager is entered, and left after all other calls."""

    function: str
    arguments: tuple[Argument, ...]
    is_coroutine: bool = False
    is_generator: bool = False
    is_streamed: bool = False
    is_entered: bool = False

    def __str__(self) -> str:
        call = f"{self.function}({', '.join(map(str, self.arguments))})"
        if self.is_entered:
            return call if self.arguments or "." in self.function else self.function
        if self.is_generator:
            return f"[each {'async ' if self.is_coroutine else ''}for each in {call}]"
        whole = f"await {call}" if self.is_coroutine else call
        if not self.is_streamed:
            return whole
        return f"await outside.streamed({whole})" if self.is_coroutine else f"outside.read({whole})"


class Served(NamedTuple):
    """The application of the functions: its name, the requests that lead to them, and the statements that put
    stand-ins in place. Where the library has to be configured before any function is called, importing the module
    `configures` does that."""

    name: str
    requests: tuple[str, ...]
    prepared: tuple[str, ...]
    configures: str = ""

    def __str__(self) -> str:
        """What gives the requests of a session."""
        return self.requests[0] if len(self.requests) == 1 else f"[{', '.join(self.requests)}]"


class Plan(NamedTuple):
    """All that a test of a finding needs to know of the program.

    `prepared` and `begun` are statements that are run once in each run and at the beginning of each turn, before the
    functions are `called`; `shown` are expressions whose values belong to what the session gets; `served` is the
    application through which they can be called, too.
    """

    headline: str
    claim: str
    path: str
    name: str
    module: str
    modules: tuple[str, ...]
    libraries: tuple[str, ...]
    remembering: tuple[str, ...]
    imports: tuple[str, ...]
    prepared: tuple[str, ...]
    begun: tuple[str, ...]
    called: tuple[Called, ...]
    shown: tuple[str, ...]
    in_threads: bool
    settings: tuple[str, ...]
    served: Served | None = None


def text_of(plan: Plan) -> str:
    """The test as a file for pytest."""
    whole = _test_of_application(plan, plan.served) if plan.served is not None else []
    return "\n".join([*_head(plan), "", "", *_factory(plan), "", "", *_test(plan), *whole, ""])


def _head(plan: Plan) -> list[str]:
    names = ["Outside", *(["absent"] if plan.libraries else []), "check_isolation"]
    names = ["Request", *names, "check_application"] if plan.served is not None else names
    names += ["inner"] if any("inner(" in each for each in plan.prepared) else []
    lines = [
        f'"""{plan.headline}',
        "",
        *textwrap.wrap(plan.claim, 116),
        "",
        "It fails, and shows the turns, while the sessions interfere; it passes once the defect is fixed.",
        '"""',
        "",
        *(["import asyncio"] if _pauses(plan) else []),
        "import sys",
        "",
        f"from flake8_session_isolation.replay import {', '.join(sorted(names))}",
        "",
        f'sys.path.insert(0, "{plan.path}")  # where {plan.module!r} is found, from where pytest runs',
    ]
    if plan.libraries:
        more = f", remembering={list(plan.remembering)!r}" if plan.remembering else ""
        lines.append(f"absent({', '.join(map(repr, plan.libraries))}{more})  # stand-ins for what is not installed")
    return [each.replace("'", '"') if each.startswith("absent(") else each for each in lines]


def _factory(plan: Plan) -> list[str]:
    lines = ["def fresh_turn():", '    """What one session does, in a freshly imported program."""']
    configures = plan.served.configures if plan.served is not None else ""
    lines += [f"    import {configures}  # which configures the library"] if configures else []
    lines += [f"    import {each}" for each in (plan.module, *plan.imports)]
    lines += ["", "    outside = Outside()", *(f"    {each}" for each in plan.prepared), ""]
    is_coroutine = _is_coroutine(plan)
    lines += [f"    {'async ' if is_coroutine else ''}def turn(session):", *(f"        {each}" for each in plan.begun)]
    results, indent = [], " " * 8
    for number, each in enumerate(plan.called):
        results.append(f"answer{number + 1 if len(plan.called) > 1 else ''}")
        if number and is_coroutine:
            lines.append(f"{indent}await asyncio.sleep(0)  # other sessions run")
        if each.is_entered:
            lines.append(f"{indent}{'async ' if each.is_coroutine else ''}with {each} as {results[-1]}:")
            indent += " " * 4
        else:
            lines.append(f"{indent}{results[-1]} = {each}")
    if plan.called[-1].is_entered and is_coroutine:
        lines.append(f"{indent}await asyncio.sleep(0)  # other sessions run")
    lines.append(f"{indent}return {', '.join([*results, *plan.shown])}, outside.heard()")
    return [*lines, "", "    return turn"]


def _is_coroutine(plan: Plan) -> bool:
    return not plan.in_threads or any(each.is_coroutine for each in plan.called)


def _pauses(plan: Plan) -> bool:
    return _is_coroutine(plan) and (len(plan.called) > 1 or plan.called[-1].is_entered)


def _test(plan: Plan) -> list[str]:
    return [
        f"def test_{plan.name}_keeps_sessions_apart():",
        "    check_isolation(",
        "        factory=fresh_turn,",
        "        arguments=lambda session: [session],",
        *_list("modules", plan.modules),
        *_list("settings", plan.settings),
        "    )",
    ]


def _list(name: str, texts: tuple[str, ...]) -> list[str]:
    """The line that gives a list of texts; none for the default."""
    return [f"        {name}=[{', '.join(map(_quoted, texts))}],"] if texts else []


def _quoted(text: str) -> str:
    return f'"{text}"'


def _test_of_application(plan: Plan, served: Served) -> list[str]:
    prepared = [f"    {each}" for each in served.prepared]
    return [
        *(["", "", "def prepare(application):", f"    import {plan.module}"] if prepared else []),
        *(["", "    outside = Outside()", *prepared] if prepared else []),
        "",
        "",
        f"def test_{plan.name}_keeps_sessions_apart_in_its_application():",
        "    check_application(",
        f'        "{served.name}",',
        f"        lambda session: {served},",
        *(["        prepare=prepare,"] if prepared else []),
        *_list("settings", plan.settings),
        "    )",
    ]
