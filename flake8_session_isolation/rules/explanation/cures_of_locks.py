"""Cures that create one lock and hold it over all dependent accesses."""

from __future__ import annotations

import re
from collections.abc import Sequence

from flake8_session_isolation.dataflow.lock_sets import Held
from flake8_session_isolation.facts import Action
from flake8_session_isolation.frontend import ir
from flake8_session_isolation.frontend.scopes import Function
from flake8_session_isolation.frontend.walking import children
from flake8_session_isolation.interference.accesses import Access
from flake8_session_isolation.rules.explanation.edits import Edits, indent_of


def hold_lock(access: Access, edits: Edits) -> str | None:
    """Hold one lock from the read to the write; a loop over a container that others resize gets a copy."""
    if access.effect.action is Action.ITERATE:
        return _loop_over_copy(access, edits)
    function = _holder(access, edits)
    if function is None:
        return None
    reads = [each.read.site for each in access.effect.depends]
    looks = [each.line for each in reads if each.function == function.name]
    change = _in_function(access, function)
    span = _span(function, min([*looks, change]), max([*looks, change]), edits)
    if span is None:
        return None
    is_task = function.is_coroutine and not access.in_threads
    kind = "asyncio" if is_task else "threading"
    key = _key(access, function)
    name = _free("locks" if key else "lock", edits)
    edits.require(f"import {kind}")
    if key:
        edits.require("from collections import defaultdict")
    _define(f"{name} = defaultdict({kind}.Lock)" if key else f"{name} = {kind}.Lock()", access, function, edits)
    indent = indent_of(edits.lines[span[0] - 1])
    edits.insert(span[0], f"{indent}{'async ' if is_task else ''}with {f'{name}[{key}]' if key else name}:")
    for number in range(span[0], span[1] + 1):
        if edits.code(number).strip():
            edits.replace(number, f"    {edits.code(number)}")
    return f"hold one lock from line {span[0]} to line {span[1]}"


def _loop_over_copy(access: Access, edits: Edits) -> str | None:
    number = access.effect.site.line
    code, change = edits.code(number), re.compile(r"\b(for .+? in )([^\[\]]+?)(\]|:|$)")
    if not access.is_in_this_file or len(change.findall(code)) != 1:
        return None
    edits.replace(number, change.sub(r"\1list(\2)\3", code))
    return "loop over a copy, which no other session resizes"


def make_lock_once(access: Access, held: Held, edits: Edits) -> str | None:
    """Create the lock once, outside of the function."""
    function = edits.module.functions_by_name.get(held.function)
    if function is None:
        return None
    made = re.compile(r"((?:asyncio|threading)\.R?Lock\(\))")
    line = edits.code(held.entered[0])
    found = made.search(line)
    if found and re.search(r"\bwith\b", line):
        name = _free("lock", edits)
        edits.replace(held.entered[0], made.sub(name, line))
        _define(f"{name} = {found[1]}", access, function, edits)
        return "create the lock once, for all calls"
    own = re.compile(rf"\s*{re.escape(held.path.root.name)} = ((?:asyncio|threading)\.R?Lock\(\))$")
    lines = [n for n in range(function.line, function.end_line + 1) if own.match(edits.code(n))]
    if len(lines) != 1:
        return None
    definition = edits.code(lines[0]).strip()
    edits.replace(lines[0], None)
    _define(definition, access, function, edits)
    return "create the lock once, for all calls"


def use_lock_for_tasks(access: Access, edits: Edits) -> str | None:
    """Replace a thread lock by an asyncio lock."""
    name = access.effect.path.root.name
    line = access.effect.shown_at.line
    made = re.compile(rf"(\s*(?:self\.)?{re.escape(name)}\s*=\s*)threading\.R?Lock\(\)")
    found = [n for n, text in enumerate(edits.lines, 1) if made.match(text)]
    enters = re.compile(r"^(\s*)with\b")
    users = [n for n, text in enumerate(edits.lines, 1) if re.search(rf"(?<!async )\bwith .*\b{name}\b", text)]
    if len(found) != 1 or line not in users or not all(_is_in_coroutine(n, edits) for n in users):
        return None
    edits.require("import asyncio")
    edits.replace(found[0], made.sub(r"\1asyncio.Lock()", edits.code(found[0])))
    for number in users:
        edits.replace(number, enters.sub(r"\1async with", edits.code(number)))
    return f"make '{name}' an asyncio lock"


def _is_in_coroutine(number: int, edits: Edits) -> bool:
    around = [each for each in edits.module.functions if each.line <= number <= each.end_line]
    return bool(around) and around[-1].is_coroutine


def _holder(access: Access, edits: Edits) -> Function | None:
    """The function of this file that contains both the read and the write."""
    names = [access.effect.site.function, *(each.function for each in reversed(access.effect.calls_at))]
    looks = {each.read.site.function for each in access.effect.depends} or {access.effect.site.function}
    return next((edits.module.functions_by_name.get(each) for each in names if each in looks), None)


def _in_function(access: Access, function: Function) -> int:
    """The line of the write in a function, or of the call that leads to it."""
    sites = [access.effect.site, *access.effect.calls_at]
    return next(each.line for each in sites if each.function == function.name)


def _key(access: Access, function: Function) -> str | None:
    """The key that separates sessions, where it is a parameter."""
    step = next((each for each in access.effect.path.steps if each.is_item and each.separates), None)
    name = step.name.partition("@")[0] if step is not None else ""
    return name if name in function.parameters else None


def _span(function: Function, first: int, last: int, edits: Edits) -> tuple[int, int] | None:
    """The lines of the statements that belong together; None if one of them contains a text of several lines."""
    block: Sequence[ir.Node] = function.body
    while True:
        inside = [each for each in block if each.line <= last]
        start = max((each.line for each in inside if each.line <= first), default=None)
        if start is None:
            return None
        holding = [each for each in inside if each.line >= start]
        below = [each for each in _statements(holding[0])] if len(holding) == 1 else []
        if not below or min(each.line for each in below) > first or isinstance(holding[0], _WHOLE):
            break
        if first == last and isinstance(holding[0], (ir.For, ir.While)):
            break
        block = below
    end = _end(block, holding[-1], edits, function)
    rows = edits.lines[start - 1 : end]
    return None if any('"""' in each or "'''" in each for each in rows) else (start, end)


_WHOLE = (ir.Define, ir.If, ir.Try)
"""Statements of which no part is locked for itself."""


def _statements(node: ir.Node) -> list[ir.Node]:
    return [each for each in children(node) if isinstance(each, ir.Statement)]


def _end(block: Sequence[ir.Node], last: ir.Node, edits: Edits, function: Function) -> int:
    """The last line of a statement."""
    indent = len(indent_of(edits.lines[last.line - 1]))
    end = last.line
    for number in range(last.line + 1, function.end_line + 1):
        text = edits.lines[number - 1]
        if any(each.line == number for each in block):
            break
        if text.strip() and len(indent_of(text)) < indent:
            break
        end = number if text.strip() else end
    return end


def _define(text: str, access: Access, function: Function, edits: Edits) -> None:
    """Define a module variable above the place that it guards, or above the function."""
    name = access.effect.path.root.name
    made = [each.line for each in edits.module.body if re.match(rf"{re.escape(name)}\b", edits.lines[each.line - 1])]
    if made:
        edits.insert(made[0], text)
        return
    outer = [each for each in edits.module.body if each.line <= function.line]
    at = outer[-1].line if outer else 1
    while at > 1 and edits.lines[at - 2].lstrip().startswith(("@", "#")):
        at -= 1
    edits.insert(at, text, "", "")


def _free(name: str, edits: Edits) -> str:
    """A name that the module does not use."""
    return name if not re.search(rf"\b{name}\b", edits.module.text) else f"own_{name}"
