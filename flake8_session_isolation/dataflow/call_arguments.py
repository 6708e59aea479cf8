"""One call site: the callee, its receiver, its arguments, and the facts about it."""

from __future__ import annotations

from collections.abc import Sequence

from flake8_session_isolation.dataflow.access_paths import Path, Step
from flake8_session_isolation.dataflow.effects import Use
from flake8_session_isolation.dataflow.values import Value
from flake8_session_isolation.facts import Container, Counts, Facts, How, Logger, Logs, Method, Passes, Runs
from flake8_session_isolation.frontend import ir
from flake8_session_isolation.frontend.sets import first
from flake8_session_isolation.linking.places import OWN, Kind
from flake8_session_isolation.linking.shapes import Instance, Made, Named
from flake8_session_isolation.linking.singletons import container_bases

ANY_CONTAINER = "?"
"""The row for an object of unknown class that is an item or attribute: its methods are taken by their names."""

_LOGGERS = frozenset({"log", "logger", "logging"})


class Arguments:
    """One call: its node, its callee and its arguments in Python's order. `method` is the last name if the callee is an
    attribute of `receiver`, else empty; `qualified` is the callee's dotted name through the class of its first
    variable. `name` is the dotted name under which facts know the callee; `.name` for a method of an unknown object."""

    __slots__ = (
        "awaited",
        "callee",
        "key",
        "method",
        "methods",
        "name",
        "named",
        "node",
        "positional",
        "qualified",
        "receiver",
        "runs",
        "spawned",
        "use",
    )

    def __init__(
        self,
        node: ir.Call,
        callee: Value,
        receiver: Value,
        method: str,
        use: Use,
        awaited: bool,
        positional: list[Value] | None = None,
    ) -> None:
        """Arguments are evaluated later, except those given here."""
        self.node = node
        self.callee = callee
        self.receiver = receiver
        self.method = method
        self.name = _name(callee, receiver, method)
        self.use = use
        self.awaited = awaited
        self.positional: list[Value] = [] if positional is None else positional
        self.named: dict[str, Value] = {}
        self.key: Step | None = None
        self.spawned: Value | None = None
        self.qualified: str | None = None
        self.runs: Runs | None = None
        self.methods: Sequence[Method] = ()

    @property
    def all(self) -> list[Value]:
        """Every argument's value."""
        return [*self.positional, *self.named.values()]

    def look_up(self, facts: Facts) -> None:
        """Find the row that says which function the call runs, and those for the called method of a container."""
        self.runs = (
            facts.row(Runs, self.name)
            or facts.row(Runs, self.qualified)
            or (facts.row(Runs, f".{self.method}") if self.method else None)
        )
        self.methods = self._methods(facts) if self.method and self.receiver.places else ()

    @property
    def handed(self) -> ir.Expression | None:
        """The argument that the call starts as a task or thread; a callee that is simply called is evaluated as
        usual."""
        row = self.runs
        if row is None or row.how is How.CALL:
            return None
        for keyword in self.node.keywords:
            if row.keyword is not None and keyword.arg == row.keyword:
                return keyword.value
        at = row.position
        return self.node.args[at] if at is not None and at < len(self.node.args) else None

    def only_logs(self, facts: Facts) -> bool:
        """Whether the call only shows its arguments to the operator: `print`, `logging.info`, a logger's methods."""
        if facts.row(Logs, self.name) or any(
            facts.row(Logger, each.type) for each in self.receiver.shapes if isinstance(each, Made)
        ):
            return True
        base = self.node.func.value if isinstance(self.node.func, ir.Attribute) else None
        last = base.attr if isinstance(base, ir.Attribute) else base.id if isinstance(base, ir.Name) else ""
        return last.lower().strip("_") in _LOGGERS

    def use_of_arguments(self, facts: Facts) -> Use:
        """How the call uses its arguments; a call that asks whether something is empty counts as a test."""
        if self.only_logs(facts):
            return Use.LOG
        if facts.row(Passes, self.name):
            return Use.PLACE
        if facts.row(Counts, self.name):
            return Use.TEST if self.use is Use.TEST else Use.COUNT
        return Use.DATA

    def _methods(self, facts: Facts) -> list[Method]:
        """The rows for the called method, by the possible classes of the receiver, which is at some place; none if the
        call is awaited and the class unknown: containers have no coroutine methods."""
        types = [each.type for each in self.receiver.shapes if isinstance(each, Made)]
        types += [each.dotted for each in self.receiver.shapes if isinstance(each, Named)]
        objects = (each.of for each in self.receiver.shapes if isinstance(each, Instance))
        types += [base for each in objects if each.method(self.method) is None for base in container_bases(each, facts)]
        is_unknown = not types and not self.receiver.shapes and not self.awaited
        if is_unknown and any(map(_is_part, self.receiver.places)):
            types = [ANY_CONTAINER]
        rows = (facts.row(Container, each) for each in types)
        return [each for row in rows if row for each in row.methods if each.name == self.method]

    @property
    def key_position(self) -> int | None:
        """The position of the argument that is a key."""
        return next((each.key for each in self.methods if each.key is not None), None)


def _name(callee: Value, receiver: Value, method: str) -> str | None:
    named = first(each.dotted for each in callee.shapes if isinstance(each, Named))
    if named is not None or not method:
        return named
    made = first(each.type for each in receiver.shapes if isinstance(each, Made))
    if made is not None:
        return f"{made}.{method}"
    return f".{method}" if not callee.shapes else None


def _is_part(path: Path) -> bool:
    """Whether a place is part of something; the methods of a variable of unknown class are not known."""
    return bool(path.steps) or path.root.kind in (Kind.PARAMETER, Kind.FUNCTION, *OWN)
