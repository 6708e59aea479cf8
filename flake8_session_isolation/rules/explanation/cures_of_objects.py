"""Cures that create an object elsewhere: in `__init__`, for each call, as a copy, or in the context."""

from __future__ import annotations

import re

from flake8_session_isolation.facts import Action
from flake8_session_isolation.frontend.scopes import Class
from flake8_session_isolation.interference.accesses import Access
from flake8_session_isolation.linking.local_aliases import local_alias
from flake8_session_isolation.linking.object_types import Sharing
from flake8_session_isolation.rules.explanation.edits import Edits, body_lines, first_of_body, indent_of


def into_init(access: Access, edits: Edits, sharing: Sharing) -> str | None:
    """Bind a class attribute in `__init__`; bind a local variable that may be another object to a copy."""
    root = access.effect.path.root
    if copied := copied_first(access, edits):
        return copied
    cls = sharing.module.classes.get(root.owner)
    if cls is None or not root.by_instance or not _is_only_of_instances(cls, root.name, edits):
        return None
    pattern = re.compile(rf"(\s+){root.name}\s*(:[^=]+)?= *(.+)$")
    end = min((each.line for each in cls.own_methods), default=cls.end_line + 1)
    found = [(n, hit) for n in range(cls.line + 1, end) if (hit := pattern.match(edits.code(n)))]
    if len(found) != 1 or found[0][1][3][-1] in "[{(\\":
        return None
    number, hit = found[0]
    binding = f"self.{root.name}{hit[2] or ''} = {hit[3]}".replace(" :", ":")
    binding = re.sub(r"(?<=\w) *(:[^=]+?) *=", r"\1 =", binding, count=1)
    made = cls.scope.functions.get("__init__")
    edits.replace(number, None)
    if made is not None:
        at = first_of_body(made)
        edits.insert(at, f"{indent_of(edits.lines[at - 1])}{binding}")
        return f"bind '{root.name}' in __init__, so that each instance has its own"
    is_derived = bool(cls.base_nodes)
    header = f"{hit[1]}def __init__(self, *args, **kwargs):" if is_derived else f"{hit[1]}def __init__(self):"
    inner = [f"{hit[1]}    super().__init__(*args, **kwargs)"] if is_derived else []
    behind = [] if not edits.lines[number : number + 1] or not edits.lines[number].strip() else [""]
    edits.insert(number, header, *inner, f"{hit[1]}    {binding}", *behind)
    return f"bind '{root.name}' in __init__, so that each instance has its own"


def copied_first(access: Access, edits: Edits) -> str | None:
    """Bind a local variable, which may be the class attribute or another object, to a copy."""
    root, writer = access.effect.path.root, access.writer
    alias = local_alias(writer, root.name) if writer is not None and access.is_in_this_file else None
    maker = _COPIES.get(access.effect.action)
    if alias is None or not alias.is_choice or maker is None:
        return None
    number = alias.value.line
    found = re.fullmatch(rf"(\s*{alias.variable}\s*(?::[^=]+)?= *)(.+)", edits.code(number))
    if found is None or found[2][-1] in "[{(\\":
        return None
    edits.replace(number, f"{found[1]}{maker}({found[2]})")
    return f"change a copy of '{root.name}'"


_COPIES = {Action.GROW: "list", Action.ADD: "set", Action.STORE: "dict", Action.UPDATE: "dict"}


def _is_only_of_instances(cls: Class, name: str, edits: Edits) -> bool:
    """Whether nothing uses the attribute through the class, and each instance runs the constructor of the class."""
    by_class = re.compile(rf"(\bcls|\b{cls.short_name}|\)|__class__)\.{name}\b")
    if any(by_class.search(edits.code(number)) for number in range(1, len(edits.lines) + 1)):
        return False
    makers = [
        each.scope.functions["__init__"]
        for each in edits.module.every_class
        if cls in each.lineage() and each is not cls and "__init__" in each.scope.functions
    ]
    is_made_by_library = bool(cls.decorators) and "__init__" not in cls.scope.functions
    return not is_made_by_library and all("__init__" in each.footprint.mentions for each in makers)


def none_as_default(access: Access, edits: Edits, sharing: Sharing) -> str | None:
    """Use None as default, and create the object in the function."""
    root = access.effect.path.root
    function = sharing.module.functions_by_name.get(root.owner)
    if function is None:
        return None
    pattern = re.compile(rf"(?<![\w.])({root.name}(?::[^=,]+)?\s*=\s*)(\[\]|\{{\}}|\w+\(\))")
    start = first_of_body(function)
    for number in range(function.line, start + (start == function.line)):
        found = pattern.search(edits.lines[number - 1])
        if found and start > number:
            edits.replace(number, pattern.sub(lambda hit: f"{hit[1]}None", edits.lines[number - 1], count=1))
            indent = indent_of(edits.lines[start - 1])
            edits.insert(start, f"{indent}{root.name} = {found[2]} if {root.name} is None else {root.name}")
            return f"create '{root.name}' in each call that passes none"
    return None


def new_context_value(access: Access, edits: Edits) -> str | None:
    """Set a new object instead of mutating the present one."""
    if not access.is_in_this_file:
        return None
    number = access.effect.site.line
    text = edits.code(number)
    for pattern, made in _CHANGES:
        found = re.fullmatch(rf"(\s*)(.+?){pattern}", text)
        if found:
            name = access.effect.path.root.name.rpartition(".")[2]
            new = made.format(*found.groups()[1:])
            old = found[2]
            if old == f"{name}.get()":
                edits.replace(number, f"{found[1]}{name}.set({new})")
                return f"set a new object in '{name}', which only this session's context has"
            if old.isidentifier():
                edits.replace(number, f"{found[1]}{old} = {new}")
                edits.insert(number + 1, f"{found[1]}{name}.set({old})")
                return f"set a new object in '{name}', which only this session's context has"
    return None


_CHANGES = (
    (r"\.append\((.+)\)", "[*{0}, {1}]"),
    (r"\.extend\((.+)\)", "[*{0}, *{1}]"),
    (r"\.add\((.+)\)", "{{*{0}, {1}}}"),
    (r"\.update\((\w+)\)", "{{**{0}, **{1}}}"),
    (r"\[(.+)\] = (.+)", "{{**{0}, {1}: {2}}}"),
)


def thread_local_as_context(access: Access, edits: Edits) -> str | None:
    """Replace an attribute of a thread-local by a context variable."""
    owner, name = access.effect.path.root.owner.rpartition(".")[2], access.effect.path.root.name
    made = [n for n, text in enumerate(edits.lines, 1) if re.match(rf"{owner}\s*=\s*(\w+\.)?local\(\)", text)]
    if len(made) != 1 or not name.isidentifier() or access.effect.action is not Action.REPLACE:
        return None
    variable = f"{owner.lstrip('_')}_{name}"
    for function in edits.module.functions:
        for number in body_lines(function):
            found = re.fullmatch(rf"(\s*){owner}\.{name} = (.+)", edits.code(number))
            if found:
                edits.replace(number, f"{found[1]}{variable}.set({found[2]})")
            text = re.sub(rf"getattr\({owner}, [\"']{name}[\"'], (.+?)\)", rf"{variable}.get(\1)", edits.code(number))
            text = re.sub(rf"(?<![\w.]){owner}\.{name}(?!\w)", f"{variable}.get()", text)
            if text != edits.code(number):
                edits.replace(number, text)
    still = any(re.search(rf"(?<![\w.]){owner}\.", edits.code(n)) for n in range(1, len(edits.lines) + 1))
    edits.require("from contextvars import ContextVar")
    definition = f'{variable} = ContextVar("{variable}")'
    if still:
        edits.insert(made[0] + 1, definition)
    else:
        edits.replace(made[0], definition)
    return f"keep '{name}' in a ContextVar, which has a value for each task"
