"""Results of calls into unknown code: data of the arguments, or what facts say."""

from __future__ import annotations

from itertools import dropwhile

from flake8_session_isolation.dataflow.access_paths import Path
from flake8_session_isolation.dataflow.call_arguments import Arguments
from flake8_session_isolation.dataflow.state import Here
from flake8_session_isolation.dataflow.values import CONTEXT, Value, union
from flake8_session_isolation.facts import Carrier, Converts, Facts, Passes, Plain, SessionProxy, Unique
from flake8_session_isolation.linking.places import Kind
from flake8_session_isolation.linking.shapes import THREAD, Made


def result_of(receiver: Value, given: Arguments, here: Here) -> Value:
    """The result of an unknown call: it holds the data of its arguments; views and casts are the argument itself.
    Whether it depends on one session's entry is unknown."""
    facts = here.frame.facts
    unique = facts.row(Unique, given.name) or _by_its_method(given, facts)
    if unique is not None:
        shapes = frozenset({THREAD}) if unique.of_thread else frozenset()
        return Value(origins=union(given.all).origins, is_unique=True, shapes=shapes)
    if facts.row(SessionProxy, given.qualified):
        return Value(origins=frozenset({CONTEXT}))
    plain = facts.row(Plain, given.name)
    if plain is not None:
        used, new = union([receiver, *given.all]), frozenset({Made(given.name or "")})
        return Value(reads=used.reads, shapes=new, is_new=not plain.value, is_unique=used.is_unique)
    view = facts.row(Passes, f".{given.method}") if given.method else None
    if view is not None:
        return given.receiver
    passes = facts.row(Passes, given.name)
    if passes is not None and passes.position < len(given.positional):
        return union(given.positional).joined(given.positional[passes.position])
    if _is_received(given, here):
        return receiver.content()
    used = union([receiver.content(), *(each for each in given.all if not _is_carrier(each, facts))])
    result = used.content() if _is_converted(given, facts) else used.processed()
    if not (given.name or "").startswith("builtins."):
        kept = (each for each in result.reads if not each.path.is_keyed or _is_of_every_element(each.path))
        result = result.replaced(reads=frozenset(kept))
    made = here.frame.sharing.construction(given.name)
    return result.replaced(shapes=frozenset({made}), is_new=True) if made else result


def _by_its_method(given: Arguments, facts: Facts) -> Unique | None:
    """What a method of a library's class makes anew for each call, where only the method's name is known."""
    if given.method is None or given.method not in facts.last_names(Unique):
        return None
    row = facts.row_by_last_name(Unique, given.method)
    is_of_class = row is not None and row.name.split(".")[-2][:1].isupper()
    return row if is_of_class else None


def _is_converted(given: Arguments, facts: Facts) -> bool:
    """Whether a call only gives what it has in another form."""
    return bool(facts.row(Converts, f".{given.method}" if given.method else given.name))


def _is_of_every_element(path: Path) -> bool:
    """Whether an attribute of the elements of a container is read, one element after the other."""
    inside = tuple(dropwhile(lambda step: not step.is_item, path.steps))
    of_all = len(inside) > 1 and inside[0].name == "*" and not inside[1].is_item
    return of_all and path.root.kind is not Kind.CACHED and not any(each.separates for each in inside[1:])


def _is_carrier(value: Value, facts: Facts) -> bool:
    """Whether the argument is a whole request, from which everything can be reached: that alone makes nothing session
    data."""
    whole = (each.root.name for each in value.places if each.root.kind is Kind.PARAMETER and not each.steps)
    return any(facts.row(Carrier, name) for name in whole)


def _is_received(given: Arguments, here: Here) -> bool:
    """Whether data is read from a parameter, `websocket.receive_text()`, or under a constant name from a request,
    `self.get_argument("guest")`."""
    places = given.receiver.places
    if not places or any(each.root.kind is not Kind.PARAMETER for each in places):
        return False
    if not given.all:
        return all(not each.steps for each in places)
    own, carriers = here.frame.function.receiver, here.frame.facts
    by_name = all(each.constant is not None for each in given.all)
    return by_name and all(each.root.name == own or _is_request(each.root.name, carriers) for each in places)


def _is_request(name: str, facts: Facts) -> bool:
    row = facts.row(Carrier, name)
    return row is not None and not row.everybodys
