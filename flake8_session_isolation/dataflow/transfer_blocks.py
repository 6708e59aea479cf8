"""Effects of `with` statements that enter and leave objects of the project's own classes."""

from __future__ import annotations

from collections.abc import Sequence

from flake8_session_isolation.dataflow import transfer_calls as calls
from flake8_session_isolation.dataflow.access_paths import Path
from flake8_session_isolation.dataflow.call_arguments import Arguments
from flake8_session_isolation.dataflow.effects import Use
from flake8_session_isolation.dataflow.recording import read
from flake8_session_isolation.dataflow.state import Flow, Here
from flake8_session_isolation.dataflow.values import UNKNOWN, Value, either
from flake8_session_isolation.frontend import ir
from flake8_session_isolation.frontend.call_sites import returned
from flake8_session_isolation.frontend.scopes import Function
from flake8_session_isolation.frontend.walking import walk
from flake8_session_isolation.linking.object_types import is_container
from flake8_session_isolation.linking.places import Site
from flake8_session_isolation.linking.shapes import ENTRIES, EXITS, Instance


class Block:
    """One object that a `with` statement enters, and the methods of its class that run at both ends."""

    __slots__ = ("entries", "exits", "is_async", "node", "value", "written")

    def __init__(self, value: Value, node: ir.Expression, is_async: bool) -> None:
        """Of which nothing has run yet."""
        self.value = value
        self.node = node
        self.is_async = is_async
        self.entries = _methods(value, ENTRIES[is_async])
        self.exits = _methods(value, EXITS[is_async])
        self.written: frozenset[Path] = frozenset()

    @property
    def is_known(self) -> bool:
        """Whether the project contains the code that entering runs."""
        return bool(self.entries)

    def enter(self, here: Here, flow: Flow) -> Value:
        """The value that entering gives: the object itself, or something with its data."""
        known = flow.unseen
        given = either([calls.enter(each, self.value, self._bare(0), here, flow) for each in self.entries])
        self.written = frozenset(path for path, _ in flow.unseen - known)
        if all(_gives_itself(each) for each in self.entries):
            return self.value
        return given.carrying(self.value.content())

    def leave(self, here: Here, flow: Flow) -> None:
        """The effects of leaving the block: a change that is restored is not visible to other tasks, if none ran
        meanwhile."""
        if flow.is_dead:
            return
        known = flow.unseen
        for each in self.exits:
            calls.enter(each, self.value, self._bare(3), here, flow)
        restored: frozenset[tuple[Path, Site]] = frozenset(
            each for each in flow.unseen - known if each[0] in self.written
        )
        flow.unseen -= restored

    def leave_early(self, endings: list[Flow], here: Here) -> None:
        """The same on paths that leave the function or a loop from within the block."""
        for each in endings:
            self.leave(here, each)

    def _bare(self, arguments: int) -> Arguments:
        """A call of one of the methods, where the object is entered."""
        call = ir.Call(self.node, (), (), self.node.line, self.node.column)
        return Arguments(call, UNKNOWN, UNKNOWN, "", Use.DATA, self.is_async, [UNKNOWN] * arguments)


def lent(node: ir.Expression, known: Value, here: Here) -> Value:
    """What a generator that a decorator turns into a context manager gives to the block: `yield history` gives that
    very list."""
    given = here.frame.lent.get(node)
    return given.carrying(known) if given is not None and given.places else known


def lent_or_read(value: Value, node: ir.Expression, here: Here, flow: Flow) -> Value:
    """What a generator yields: of a context manager the block gets the container itself, which uses nothing in it;
    another value is read."""
    if not here.frame.function.is_context_manager or is_container(value.shapes, here.frame.facts):
        return value
    return read(value, Use.DATA, node, here, flow)


def _methods(value: Value, name: str) -> list[Function]:
    """The methods of this name of all objects that a value may be; none if it may be something unknown."""
    found = [each.of.method(name) if isinstance(each, Instance) else None for each in value.shapes]
    known = [each for each in found if each is not None]
    return sorted(known, key=lambda each: each.name) if len(known) == len(found) else []


def _gives_itself(function: Function) -> bool:
    """Whether a method returns the object that it is called on."""
    given = returned(function)
    return bool(given) and all(isinstance(each, ir.Name) and each.id == function.receiver for each in given)


def restored_by(written: frozenset[tuple[Path, Site]]) -> frozenset[tuple[Path, Site]]:
    """The places that a context manager writes twice: set when the block begins, restored when it ends."""
    paths = [path for path, _ in written]
    return frozenset(each for each in written if paths.count(each[0]) > 1)


def may_pause(block: Sequence[ir.Statement]) -> bool:
    """Whether a block awaits something, as far as its text tells."""
    for each in walk(*block):
        if isinstance(each, ir.Await) or (isinstance(each, (ir.With, ir.For)) and each.is_async):
            return True
    return False
