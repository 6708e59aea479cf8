"""Effects of container methods on the container or on one of its entries."""

from __future__ import annotations

from collections.abc import Iterator

from flake8_session_isolation.dataflow.access_paths import Path, Step, covers
from flake8_session_isolation.dataflow.application_storage import put_at
from flake8_session_isolation.dataflow.call_arguments import Arguments
from flake8_session_isolation.dataflow.effects import Use
from flake8_session_isolation.dataflow.lock_sets import Held
from flake8_session_isolation.dataflow.recording import read, write
from flake8_session_isolation.dataflow.state import Flow, Here
from flake8_session_isolation.dataflow.values import UNKNOWN, Value
from flake8_session_isolation.facts import Action, Method
from flake8_session_isolation.frontend import ir
from flake8_session_isolation.linking.shapes import Constant, Instance, Made
from flake8_session_isolation.linking.table_entries import entry_kind


def touch(row: Method, place: Path, given: Arguments, here: Here, flow: Flow) -> Value:
    """A method of a container reads or writes the container or one of its entries."""
    if _is_refused_by_a_list(row, given):
        return UNKNOWN
    value = given.positional[row.value] if row.value is not None and row.value < len(given.positional) else UNKNOWN
    entry = place.then(given.key) if given.key is not None else place
    table = given.receiver
    inside = Value(frozenset({entry}), table.origins, table.reads, frozenset(_entries(table))) if given.key else UNKNOWN
    node = given.node.func
    match row.action:
        case Action.READ:
            return read(inside if given.key else Value(frozenset({place})), given.use, node, here, flow)
        case Action.STORE:
            step = Held(entry, (node.line, node.column), here.frame.function.name, is_gate=True)
            found = read(inside, Use.TEST, node, here.under(step), flow)
            write(entry, Action.STORE, value, node, here.under(step).upon(found.reads), flow)
            return found.replaced(origins=found.origins, shapes=found.shapes | value.shapes)
        case Action.TAKE if given.use is not Use.DROPPED:
            taken = read(inside if given.key else Value(frozenset({place})), Use.DATA, node, here, flow)
            has_default = given.key is not None and len(given.node.args) > 1
            action = Action.DISCARD if _is_just_found(given, place, flow) else Action.TAKE
            write(entry, action, _position(given), node, here.upon(taken.reads) if has_default else here, flow)
            return taken
        case Action.TAKE:
            write(entry, Action.DISCARD, _position(given), node, here, flow)
        case Action.UPDATE:
            _update(place, given, here, flow)
        case _:
            write(entry, row.action, value, node, here, flow)
    return UNKNOWN


def _is_refused_by_a_list(row: Method, given: Arguments) -> bool:
    """Whether a list would refuse the call because of the number of its arguments, so that it is another object's
    method of that name: `table.insert()`, `journal.append(run, event)`."""
    arguments = given.node.args
    is_open = bool(given.node.keywords) or any(isinstance(each, ir.Starred) for each in arguments)
    return row.action is Action.GROW and row.value is not None and not is_open and len(arguments) != row.value + 1


def _position(given: Arguments) -> Value:
    """On what it depends which element of a list `pop` takes: a position that was computed before."""
    return Value(reads=given.positional[0].reads) if given.key is None and given.positional else UNKNOWN


def _is_just_found(given: Arguments, place: Path, flow: Flow) -> bool:
    """Whether the key was found in the container since the last pause, so that the entry exists."""
    if given.key is None or not given.positional:
        return False
    return any(covers(place, each.path) for each in given.positional[0].reads - flow.stale)


def _update(place: Path, given: Arguments, here: Here, flow: Flow) -> None:
    """`update({key: value})` and `update(name=value)` store under their keys; another mapping under unknown ones."""
    node = given.node.func
    for name, value in given.named.items():
        write(place.then(Step(repr(name), True)), Action.STORE, value, node, here, flow)
    if given.key is not None and given.positional:
        write(place.then(given.key), Action.STORE, given.positional[0], node, here, flow)
    elif given.positional:
        write(place, Action.UPDATE, given.positional[0], node, here, flow)


def _entries(container: Value) -> Iterator[Made | Instance]:
    """The values of a container's items."""
    for shape in container.shapes:
        if isinstance(shape, Made) and isinstance(shape.entry, (Made, Instance)):
            yield shape.entry


def entry_of(container: Value, step: Step, here: Here) -> Value:
    """The item of a container under a key; an entry of a shared table is not session data because of its key."""
    places = frozenset(each.then(step) for each in container.places)
    if not step.separates and step.name != "*":
        places |= container.shared_parts(step.name)
    shapes = put_at(container.places, step, here).union(_entries(container)) or _kept(container, here)
    return Value(places, container.origins, container.reads, shapes)


def _kept(table: Value, here: Here) -> frozenset[Made]:
    """The containers that the module keeps as entries of a table: `rooms[room_id] = set()`."""
    if not any(isinstance(each, Made) and each.type == "builtins.dict" for each in table.shapes):
        return frozenset()
    names = {each.steps[-1].name if each.steps else each.root.name for each in table.places if not each.is_keyed}
    kinds = {entry_kind(each, here.frame.sharing) for each in names}
    return frozenset(each for each in kinds if each is not None)


def grows(current: Value, added: Value) -> bool:
    """Whether `+` makes a list or a text longer; a number only changes."""
    for shape in (*current.shapes, *added.shapes):
        if isinstance(shape, Made) and shape.type in {
            "builtins.list",
            "builtins.str",
            "collections.deque",
            "builtins.bytearray",
        }:
            return True
        if isinstance(shape, Constant) and shape.text.lstrip("*")[:1] in {"'", '"', "b", "f"}:
            return True
    return False
