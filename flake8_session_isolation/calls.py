"""What a call does: a method of a container, a function of the project, a start of a task or thread, or unknown.

`apply` tries in this order: facts about the callee, the project's own functions and classes, and last the answer for
whatever nobody knows: the result holds the data of receiver and arguments, nothing is changed.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from flake8_session_isolation.effects import Effect, Translation, Use
from flake8_session_isolation.facts import (
    Action,
    Container,
    Facts,
    How,
    Lock,
    Logger,
    Logs,
    Method,
    OnceKeyword,
    Passes,
    Plain,
    Private,
    Runs,
    Setter,
    Wrapper,
)
from flake8_session_isolation.flow import Flow, Here, call, depending, note, pause, read, take_effect, write
from flake8_session_isolation.locks import Held, sounds_like_lock
from flake8_session_isolation.paths import Kind, Path, Root, Step
from flake8_session_isolation.program import Class, Function
from flake8_session_isolation.sharing import OWN_MODULE
from flake8_session_isolation.values import CONTEXT, UNKNOWN, Callable, ClassObject, Constant, Instance, Made, Named, Value, either, union

ANY_CONTAINER = "?"
"""The row for an object of unknown class that is an item or attribute: its methods are taken by their names."""

_BY_HAND = frozenset({"acquire", "release"})
_CLOSERS = frozenset({"close", "aclose", "disconnect"})
_LOGGERS = frozenset({"log", "logger", "logging"})


@dataclass(eq=False)
class Arguments:
    """One call: its node, what is called, and what it is given, in Python's order.

    `method` is the last name of a callee that is an attribute of `receiver`, else empty.
    """

    node: ast.Call
    callee: Value
    receiver: Value
    method: str
    use: Use
    awaited: bool
    positional: list[Value] = field(default_factory=list)
    named: dict[str, Value] = field(default_factory=dict)
    key: Step | None = None
    spawned: Value | None = None

    @property
    def all(self) -> list[Value]:
        """Every argument's value."""
        return [*self.positional, *self.named.values()]

    @property
    def name(self) -> str | None:
        """The dotted name under which facts know the callee; `.name` for a method of an unknown object."""
        named = [each.dotted for each in self.callee.shapes if isinstance(each, Named)]
        if named:
            return named[0]
        made = [each.type for each in self.receiver.shapes if isinstance(each, Made)]
        if made and self.method:
            return f"{made[0]}.{self.method}"
        return f".{self.method}" if self.method and not self.callee.shapes else None

    def tell_runs(self, facts: Facts) -> Runs | None:
        """The row that says which function the call runs."""
        return facts.tell(Runs, self.name) or (facts.tell(Runs, f".{self.method}") if self.method else None)

    def handed(self, facts: Facts) -> ast.expr | None:
        """The argument that the call starts; one that it merely calls is evaluated like any other."""
        row = self.tell_runs(facts)
        if row is None or row.how is How.CALL:
            return None
        for keyword in self.node.keywords:
            if row.keyword is not None and keyword.arg == row.keyword:
                return keyword.value
        at = row.position
        return self.node.args[at] if at is not None and at < len(self.node.args) else None

    def only_logs(self, facts: Facts) -> bool:
        """Whether it only shows its arguments to the operator: `print`, `logging.info`, a logger's methods."""
        if facts.tell(Logs, self.name) or any(
            facts.tell(Logger, each.type) for each in self.receiver.shapes if isinstance(each, Made)
        ):
            return True
        base = self.node.func.value if isinstance(self.node.func, ast.Attribute) else None
        last = base.attr if isinstance(base, ast.Attribute) else base.id if isinstance(base, ast.Name) else ""
        return last.lower().strip("_") in _LOGGERS

    def methods(self, facts: Facts) -> list[Method]:
        """The rows of the called method, by the classes the receiver may be of; none if it is no place."""
        if not self.method or not self.receiver.places:
            return []
        types = [each.type for each in self.receiver.shapes if isinstance(each, Made)]
        types += [each.dotted for each in self.receiver.shapes if isinstance(each, Named)]
        if not types and not self.receiver.shapes and any(map(_is_part, self.receiver.places)):
            types = [ANY_CONTAINER]
        rows = (facts.tell(Container, each) for each in types)
        return [each for row in rows if row for each in row.methods if each.name == self.method]

    def key_position(self, facts: Facts) -> int | None:
        """The position of the argument that is a key."""
        return next((each.key for each in self.methods(facts) if each.key is not None), None)


def _is_part(path: Path) -> bool:
    """Whether a place is a part of something: a variable of unknown class tells nothing about its methods."""
    return bool(path.steps) or path.root.kind is Kind.PARAMETER


def apply(given: Arguments, here: Here, flow: Flow) -> Value:
    """What the call gives; what it does is recorded."""
    facts = here.frame.facts
    row = given.tell_runs(facts)
    if row is not None and given.spawned is not None:
        return _started(row, given, here, flow)
    if given.method in _BY_HAND and _by_hand(given, here, flow):
        return UNKNOWN
    methods = given.methods(facts)
    if methods:
        return either([_touch(methods[0], place, given, here, flow) for place in given.receiver.places])
    if given.method == "get" and any(facts.tell(Private, each.type) for each in given.receiver.shapes if isinstance(each, Made)):
        return Value(origins=frozenset({CONTEXT}))
    special = _SPECIAL.get(given.name or "")
    if special is not None:
        return special(given, here, flow)
    for place in given.callee.places:
        if place.root.kind is Kind.PARAMETER and not place.steps:
            here.frame.invoked.add(place.root.name)
    ours = [_enter_shape(each, given, here, flow) for each in given.callee.shapes if isinstance(each, (Callable, ClassObject))]
    if ours:
        return either(ours)
    return _foreign(given, here, flow)


def _by_hand(given: Arguments, here: Here, flow: Flow) -> bool:
    """`lock.acquire()` and `lock.release()`: whether it was a lock."""
    base = given.node.func.value if isinstance(given.node.func, ast.Attribute) else given.node
    is_lock, stay = lock_held(given.receiver, base, here)
    if not is_lock:
        return False
    if given.awaited:
        pause(here, flow)
    if given.method == "acquire":
        flow.held |= stay
    else:
        released = {each.path for each in stay}
        flow.held = frozenset(each for each in flow.held if each.path not in released)
    return True


def _started(row: Runs, given: Arguments, here: Here, flow: Flow) -> Value:
    """A task or thread is started: its function gets a context of its own; what it does is not done here."""
    assert given.spawned is not None
    escape(given.spawned, row.how, given.node, here, flow)
    for each in given.all:
        escape(each, How.REFERENCE, given.node, here, flow)
    if given.awaited:
        pause(here, flow)
    result = union([given.receiver.content(), *given.all]).processed()
    return UNKNOWN if here.frame.facts.tell(Plain, given.name) else result


def escape(value: Value, how: How, node: ast.AST, here: Here, flow: Flow) -> None:
    """A function of the project is handed over: others may call it."""
    for shape in value.shapes:
        if isinstance(shape, Callable):
            call(shape.function, how, node, here, flow)


def _touch(row: Method, place: Path, given: Arguments, here: Here, flow: Flow) -> Value:
    """A method of a container reads or writes the container or one of its entries."""
    value = given.positional[row.value] if row.value is not None and row.value < len(given.positional) else UNKNOWN
    entry = place.then(given.key) if given.key is not None else place
    inside = Value(frozenset({entry}), shapes=frozenset(_entries(given.receiver))) if given.key else UNKNOWN
    node = given.node.func
    match row.action:
        case Action.READ:
            return read(inside, given.use, node, here, flow)
        case Action.STORE:
            step = Held(entry, (node.lineno, node.col_offset), here.frame.function.name)
            found = read(inside, Use.TEST, node, here.under(step), flow)
            write(entry, Action.STORE, value, node, here.under(step).upon(found.reads), flow)
            return replace(found, origins=found.origins, shapes=found.shapes | value.shapes)
        case Action.TAKE if given.use is not Use.DROPPED:
            taken = read(inside if given.key else Value(frozenset({place})), Use.DATA, node, here, flow)
            write(entry, Action.TAKE, UNKNOWN, node, here, flow)
            return taken
        case Action.TAKE:
            write(entry, Action.DISCARD, UNKNOWN, node, here, flow)
        case Action.UPDATE:
            _update(place, given, here, flow)
        case _:
            write(entry, row.action, value, node, here, flow)
    return UNKNOWN


def _update(place: Path, given: Arguments, here: Here, flow: Flow) -> None:
    """`update({key: value})` and `update(name=value)` store under their keys; another mapping under any."""
    node = given.node.func
    for name, value in given.named.items():
        write(place.then(Step(repr(name), True)), Action.STORE, value, node, here, flow)
    if given.key is not None and given.positional:
        write(place.then(given.key), Action.STORE, given.positional[0], node, here, flow)
    elif given.positional:
        write(place, Action.UPDATE, given.positional[0], node, here, flow)


def _entries(container: Value) -> Iterator[Made | Instance]:
    """What the items of a container are."""
    for shape in container.shapes:
        if isinstance(shape, Made) and isinstance(shape.entry, (Made, Instance)):
            yield shape.entry


def entry_of(container: Value, step: Step) -> Value:
    """The item of a container under a key; an entry of a shared table is not session data by its key."""
    places = frozenset(each.then(step) for each in container.places)
    return Value(places, container.origins, container.reads, frozenset(_entries(container)))


def _enter_shape(shape: Callable | ClassObject, given: Arguments, here: Here, flow: Flow) -> Value:
    """A function or class of the project is called."""
    if isinstance(shape, Callable):
        return enter(shape.function, shape.receiver, given, here, flow)
    made = Value(shapes=frozenset({Instance(shape.itself)}), is_new=True)
    for name in ("__init__", "__post_init__"):
        method = shape.itself.method(name)
        if method is not None:
            enter(method, made, given, here, flow)
    return made.carrying(union(given.all).processed())


def enter(function: Function, receiver: Value | None, given: Arguments, here: Here, flow: Flow) -> Value:
    """A function of the project does here what its summary says, in this function's terms."""
    frame = here.frame
    call(function, How.CALL, given.node, here, flow)
    for each in given.all:
        escape(each, How.REFERENCE, given.node, here, flow)
    summary = frame.summaries.of(function)
    bound = _bind(function, receiver, given)
    into = Translation(function, frame.function, bound, here.locks | flow.held)
    before = flow.copy()
    writes: list[Effect] = []
    for effect in summary.effects:
        for moved in into.effects(effect):
            if moved.is_write:
                reads = [token for name in into.used(effect.value) for token in bound[name].reads]
                writes.append(depending(moved, reads, here, before))
            else:
                note(moved, here, flow)
    for each in writes:
        take_effect(replace(each, action=Action.UPDATE) if each.action is Action.GROW else each, here, flow)
    if summary.pauses and (given.awaited or function.yields):
        pause(here, flow)
    flow.fresh |= into.every(summary.fresh)
    flow.stale |= into.every(summary.stale)
    flow.grown |= into.every(summary.grown)
    for name in sorted(summary.invoked):
        _call_back(bound.get(name, UNKNOWN), given, here, flow)
    result = replace(into.value(summary.result), holds=into.locked(summary.held) - into.locks)
    return result if summary.is_complete else result.carrying(union(given.all).processed())


def _call_back(value: Value, given: Arguments, here: Here, flow: Flow) -> None:
    """The callee calls what it was given, with data of whatever else it was given."""
    for shape in value.shapes:
        if isinstance(shape, Callable) and shape.function is not here.frame.function:
            count = len(shape.function.parameters)
            data = union(given.all).processed()
            inner = Arguments(given.node, value, UNKNOWN, "", Use.DATA, given.awaited, [data] * count)
            enter(shape.function, shape.receiver, inner, here, flow)


def _bind(function: Function, receiver: Value | None, given: Arguments) -> dict[str, Value]:
    """Parameters to arguments (Python reference, 6.3.4, "Calls"); of defaults, literals alone are known."""
    arguments = function.node.args
    names = [each.arg for each in (*arguments.posonlyargs, *arguments.args)]
    values = [receiver, *given.positional] if receiver is not None and function.receiver else given.positional
    bound = {name: _by_reference(value) for name, value in zip(names, values)}
    for name, default in function.defaults():
        if name not in bound and isinstance(default, ast.Constant):
            bound[name] = Value(shapes=frozenset({Constant(repr(default.value))}))
    rest = values[len(names):]
    if arguments.vararg is not None:
        bound[arguments.vararg.arg] = union(rest)
    others = set(given.named) - set(function.parameters)
    bound.update({name: value for name, value in given.named.items() if name not in others})
    if arguments.kwarg is not None:
        bound[arguments.kwarg.arg] = union(given.named[each] for each in sorted(others))
    return bound


def _by_reference(value: Value) -> Value:
    """A container is handed over as it is: what is in it is read by the callee, when it looks."""
    if not any(isinstance(each, Made) for each in value.shapes):
        return value
    return replace(value, reads=frozenset(each for each in value.reads if each.path not in value.places))


def _foreign(given: Arguments, here: Here, flow: Flow) -> Value:
    """A call nobody knows: it uses its receiver and its arguments, and may call what it is handed."""
    frame = here.frame
    how = How.CALL if (given.name or "").startswith("builtins.") else How.REFERENCE
    for name, value in given.named.items():
        once = frame.facts.tell(OnceKeyword, name) is not None
        escape(value, How.ONCE if once else how, given.node, here, flow)
    for each in given.positional:
        escape(each, how, given.node, here, flow)
    receiver = read(given.receiver, _receiver_use(given), given.node.func, here, flow) if given.method else UNKNOWN
    setter = frame.facts.tell(Setter, given.name)
    if setter is not None:
        _set_process_wide(setter, given, here, flow)
    if given.awaited:
        pause(here, flow)
    return _result(receiver, given, here)


def _result(receiver: Value, given: Arguments, here: Here) -> Value:
    """What an unknown call gives: data of what it got; views and casts are still the thing itself."""
    facts = here.frame.facts
    if facts.tell(Plain, given.name):
        reads = union([receiver, *given.all]).reads
        return Value(reads=reads, shapes=frozenset({Made(given.name or "")}), is_new=True)
    view = facts.tell(Passes, f".{given.method}") if given.method else None
    if view is not None:
        return given.receiver
    passes = facts.tell(Passes, given.name)
    if passes is not None and passes.position < len(given.positional):
        return union(given.positional).joined(given.positional[passes.position])
    result = union([receiver.content(), *given.all]).processed()
    made = here.frame.sharing.construction(given.name)
    return replace(result, shapes=frozenset({made}), is_new=True) if made else result


def _receiver_use(given: Arguments) -> Use:
    if given.method in _CLOSERS:
        return Use.ENTER
    return Use.RECEIVER


def _set_process_wide(row: Setter, given: Arguments, here: Here, flow: Flow) -> None:
    """The call writes a place that the whole process has once."""
    value = given.positional[row.value] if row.value is not None and row.value < len(given.positional) else UNKNOWN
    path = Path(Root(Kind.IMPORTED, "", row.place))
    write(path, Action.REPLACE, value, given.node, here, flow)


def _setattr(given: Arguments, here: Here, flow: Flow) -> Value:
    """`setattr(target, "name", value)` is an assignment where the name is a literal."""
    if len(given.positional) == 3:
        target, name, value = given.positional
        step = Step((name.constant or "*").strip("'\""), False)
        for path in attribute_places(target, step.name):
            write(path, Action.REPLACE, value, given.node, here, flow)
    return UNKNOWN


def attribute_places(base: Value, name: str) -> list[Path]:
    """Where an assignment to `base.name` goes: a class's own attribute, a library's, or an instance's."""
    if any(each == Made(OWN_MODULE) for each in base.shapes):
        return [Path(Root(Kind.MODULE, "", name))]
    classes = [each.itself for each in base.shapes if isinstance(each, ClassObject)]
    if classes:
        return [Path(Root(Kind.CLASS, (each.declaring(name) or each).name, name)) for each in classes]
    named = [each.dotted for each in base.shapes if isinstance(each, Named)]
    if named:
        return [Path(Root(Kind.IMPORTED, "", f"{each}.{name}")) for each in named]
    return [place.then(Step(name)) for place in base.places]


def _type_of(given: Arguments, here: Here, flow: Flow) -> Value:
    """`type(self)` is the class of an instance."""
    if len(given.positional) != 1:
        return UNKNOWN
    return Value(shapes=frozenset(ClassObject(each.of) for each in given.positional[0].shapes if isinstance(each, Instance)))


def _super(given: Arguments, here: Here, flow: Flow) -> Value:
    """`super()` is the instance, looked at from the next class of its lineage."""
    function = here.frame.function
    while function.owner is None and isinstance(function.scope.parent and function.scope.parent.owner, Function):
        function = function.scope.parent.owner  # type: ignore[union-attr,assignment]
    lineage: list[Class] = function.owner.lineage()[1:] if function.owner else []
    return Value(shapes=frozenset({Instance(lineage[0])})) if lineage else UNKNOWN


def _globals(given: Arguments, here: Here, flow: Flow) -> Value:
    """`globals()`: its items are the module's variables."""
    return Value(shapes=frozenset({Made("builtins.globals")}))


def _count(given: Arguments, here: Here, flow: Flow) -> Value:
    """`len(x)` tells nobody's data but hangs on what it counts."""
    return Value(reads=union(given.all).reads)


def _first_argument(given: Arguments, here: Here, flow: Flow) -> Value:
    """`getattr(x, ...)`, `list(x)`: the data of what they are given, in a new object."""
    return union(given.all)


_SPECIAL = {
    "builtins.setattr": _setattr,
    "builtins.type": _type_of,
    "builtins.super": _super,
    "builtins.globals": _globals,
    "builtins.len": _count,
}


def lock_held(value: Value, node: ast.expr, here: Here) -> tuple[bool, frozenset[Held]]:
    """Whether entering `value` takes a lock, and the stay in it: none for a lock that nobody else can reach.

    An object of unknown class counts as a lock when its name says so: unknown is silent.
    """
    frame = here.frame
    made = [each for each in value.shapes if isinstance(each, Made)]
    known = any(frame.facts.tell(Lock, each.type) for each in made)
    target = node.func if isinstance(node, ast.Call) else node
    name = _last_name(target)
    sounds = not known and not any(isinstance(each, Instance) for each in value.shapes) and sounds_like_lock(name)
    if not known and not sounds and not value.holds:
        return False, frozenset()
    if value.holds:
        return True, value.holds
    places = value.places
    if not places and (sounds or not isinstance(node, ast.Call)) and not value.is_new:
        places = frozenset({Path(Root(Kind.IMPORTED, "", ast.unparse(node)))})
    return True, frozenset(Held(each, (node.lineno, node.col_offset), frame.function.name) for each in places)


def _last_name(node: ast.expr) -> str:
    while isinstance(node, ast.Subscript):
        node = node.value
    if isinstance(node, ast.Call):
        return _last_name(node.func)
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


def is_wrapper(name: str | None, facts: Facts) -> bool:
    """Whether a decorator of this name leaves it to the callers who runs the function."""
    return facts.tell(Wrapper, name) is not None
