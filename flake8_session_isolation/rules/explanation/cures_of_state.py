"""Cures that move session state: under the session's key, into the call, or into its context."""

from __future__ import annotations

import re
from collections.abc import Iterable

from flake8_session_isolation.facts import Action
from flake8_session_isolation.frontend.scopes import Function, holder
from flake8_session_isolation.interference.accesses import Access, Meeting, touching
from flake8_session_isolation.linking.object_types import Sharing
from flake8_session_isolation.linking.places import Kind
from flake8_session_isolation.rules.explanation.edits import Edits, body_lines, first_of_body, indent_of
from flake8_session_isolation.rules.explanation.readers_of import reader_of
from flake8_session_isolation.rules.judgements.session_keys import key_of, session_key

_EMPTY = {
    "[]": "list",
    "list()": "list",
    "{}": "dict",
    "dict()": "dict",
    "set()": "set",
    "deque()": "deque",
    "Counter()": "Counter",
}


def for_each_session(access: Access, meeting: Meeting, edits: Edits, sharing: Sharing) -> str | None:
    """Change the file so that each session has a value of its own; None if the source does not show how, or if other
    files use the value, too."""
    if not access.is_in_this_file or len(access.effect.path.steps) > 1:
        return None
    if any(each.is_of_a_caller for each in touching(access, meeting)):
        return None
    variable = _Variable(access, edits, sharing)
    if variable.made_at is None or not variable.users:
        return None
    if access.effect.action in (Action.REPLACE, Action.STORE) and not access.effect.path.steps:
        return _value(access, meeting, variable)
    is_in_call = variable.is_of_one_function and not variable.is_attribute
    return variable.keyed() or (variable.local() if is_in_call else None)


def _value(access: Access, meeting: Meeting, variable: _Variable) -> str | None:
    """A value that each call sets: as a local variable, or in a context variable."""
    reader = reader_of(access, meeting)
    if reader is not None and reader.entry is not access.entry and session_key(access) is not None:
        return None
    return variable.local() if variable.is_of_one_function else variable.in_context()


class _Variable:
    """A module variable, or an attribute of an object that serves all sessions, with the functions that use it."""

    def __init__(self, access: Access, edits: Edits, sharing: Sharing) -> None:
        root = access.effect.path.root
        self.access, self.edits = access, edits
        self.is_attribute = root.kind is Kind.OBJECT
        self.name = root.name
        self.text = f"self.{root.name}" if self.is_attribute else root.name
        self.users = [each for each in sharing.module.functions if self._is_used_in(each, sharing)]
        self.made_at = self._definition()

    def _is_used_in(self, function: Function, sharing: Sharing) -> bool:
        """Whether a function mentions it; a nested function counts as part of the outer one."""
        if self.is_attribute:
            owner = self.access.writer.owner if self.access.writer else None
            is_method = function.owner is not None and function.owner is owner and function.short_name != "__init__"
            return is_method and self.name in function.footprint.attributes
        scope = holder(self.name, function.scope)
        return self.name in function.mentions and scope is sharing.module.scope

    def _definition(self) -> int | None:
        """The line that defines it, if there is only one."""
        pattern = re.compile(rf"\s*{re.escape(self.text)}\s*(:[^=]+)?=(?!=)")
        used = {line for each in self.users for line in body_lines(each)}
        found = [n for n, text in enumerate(self.edits.lines, 1) if n not in used and pattern.match(text)]
        is_one_line = len(found) == 1 and self._made(found[0]).count("(") == self._made(found[0]).count(")")
        return found[0] if is_one_line and self._made(found[0])[-1:] not in ("[", "{", "\\") else None

    def _made(self, number: int) -> str:
        """The source after the equals sign, without a comment."""
        return self.edits.code(number).partition("=")[2].strip()

    @property
    def is_of_one_function(self) -> bool:
        """Whether one function alone uses it."""
        return len(self.users) == 1

    def keyed(self) -> str | None:
        """One value for each session, under the parameter that names it, if every function that uses it has such a
        parameter."""
        keys = {each: key_of(each, self.access if each is self.access.writer else None) for each in self.users}
        kind = self._factory()
        if kind is None or self.made_at is None or any(each is None for each in keys.values()):
            return None
        self.edits.require("from collections import defaultdict")
        indent = indent_of(self.edits.code(self.made_at))
        self.edits.replace(self.made_at, f"{indent}{self.text} = defaultdict({kind})")
        for function, key in keys.items():
            self._without_global(function)
            self.edits.rename(body_lines(function), self.text, f"{self.text}[{key}]")
        return f"keep one '{self.text}' for each session, under {_listed(keys.values())}"

    def _factory(self) -> str | None:
        """The callable that creates an empty value; an object that is created by a call is created again for each
        session."""
        made = self._made(self.made_at) if self.made_at is not None else ""
        if made.startswith("defaultdict("):
            return None
        return _EMPTY.get(made) or (f"lambda: {made}" if re.fullmatch(r"[\w.]+\(.*\)", made) else None)

    def local(self) -> str | None:
        """A local variable, created at the beginning of the function."""
        [function] = self.users
        if self.made_at is None or function.is_lambda:
            return None
        if self.is_attribute and self.name in function.parameters:
            return self._as_parameter(function)
        sets_first = self._sets_first(function)
        if self.is_attribute and not sets_first:
            return None
        made, start = self._made(self.made_at), first_of_body(function)
        self._without_global(function)
        if self.is_attribute:
            self.edits.rename(body_lines(function), self.text, self.name)
        self._remove_definition()
        if not sets_first:
            self.edits.insert(start, f"{indent_of(self.edits.lines[start - 1])}{self.name} = {made}")
        return f"keep '{self.name}' in a local variable of '{function.name}'"

    def _sets_first(self, function: Function) -> bool:
        """Whether the first line of a function that mentions it assigns it."""
        speaks = re.compile(rf"(?<![\w.]){re.escape(self.text)}(?!\w)")
        sets = re.compile(rf"\s*{re.escape(self.text)} = ")
        lines = [self.edits.code(number) for number in body_lines(function)[1:]]
        lines = [each for each in lines if speaks.search(each) and not re.match(r"\s*(global|nonlocal) ", each)]
        return bool(lines) and sets.match(lines[0]) is not None and len(speaks.findall(lines[0])) == 1

    def _as_parameter(self, function: Function) -> str | None:
        """The parameter itself, in place of the attribute that repeats it."""
        sets = re.compile(rf"\s*{re.escape(self.text)} = {self.name}\s*$")
        stored = [number for number in body_lines(function) if sets.match(self.edits.code(number))]
        if len(stored) != 1 or self.made_at is None:
            return None
        self.edits.rename(body_lines(function), self.text, self.name)
        self.edits.replace(stored[0], None)
        self._remove_definition()
        return f"use the parameter '{self.name}', which belongs to the call, instead of '{self.text}'"

    def _remove_definition(self) -> None:
        """Remove its definition, and with it a constructor that does nothing else."""
        at = self.made_at or 1
        self.edits.replace(at, None)
        above = self.edits.code(at - 1) if at > 1 else ""
        below = next((text for text in self.edits.lines[at:] if text.strip()), "")
        if above.strip().startswith("def __init__(self") and len(indent_of(below)) <= len(indent_of(above)):
            self.edits.replace(at - 1, None)

    def in_context(self) -> str | None:
        """A context variable, which each session has for itself."""
        if self.made_at is None or not self._is_plain():
            return None
        variable = f"own_{self.name}" if self.is_attribute else self.name
        sets = re.compile(rf"(\s*){re.escape(self.text)} = (.+)$")
        for function in self.users:
            self._without_global(function)
            for number in body_lines(function):
                found = sets.match(self.edits.code(number))
                self.edits.rename([number], self.text, f"{variable}.get()")
                if found:
                    value = self.edits.code(number).partition(" = ")[2]
                    self.edits.replace(number, f"{found[1]}{variable}.set({value})")
        self.edits.require("from contextvars import ContextVar")
        self._define(f'{variable} = ContextVar("{variable}", default={self._made(self.made_at)})')
        return f"keep '{self.text}' in a ContextVar, which has a value for each session"

    def _is_plain(self) -> bool:
        """Whether every line that assigns it does nothing else, and its first value is immutable."""
        augmented = re.compile(rf"{re.escape(self.text)}\s*([-+*/|&]=|\[.*\]\s*=)")
        lines = (self.edits.lines[number - 1] for each in self.users for number in body_lines(each))
        return self._made(self.made_at or 0) not in _EMPTY and not any(augmented.search(each) for each in lines)

    def _define(self, text: str) -> None:
        """Define the new variable in place of the old one; for an attribute, above its class."""
        owner = self.access.writer.owner if self.access.writer else None
        if self.is_attribute and owner is not None:
            self._remove_definition()
            self.edits.insert(owner.line, text, "", "")
        else:
            self.edits.replace(self.made_at or 0, text)

    def _without_global(self, function: Function) -> None:
        """Remove its `global` declarations."""
        for number in body_lines(function):
            if re.fullmatch(rf"\s*(global|nonlocal) {re.escape(self.name)}\s*", self.edits.code(number)):
                self.edits.replace(number, None)


def _listed(keys: Iterable[str | None]) -> str:
    return " and ".join(dict.fromkeys(f"'{each}'" for each in keys))
