"""One finding for each bug: selects the harmful accesses to report, one for each change that a user would make."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping

from flake8_session_isolation.dataflow.effects import literal
from flake8_session_isolation.facts import Action
from flake8_session_isolation.frontend.quick_look import MAKERS
from flake8_session_isolation.interference.accesses import Access, Meeting
from flake8_session_isolation.linking.places import Kind
from flake8_session_isolation.linking.shapes import Instance


def one_per_function(accesses: Iterable[Access]) -> Iterator[Access]:
    """The first access of each function, and the first in other files that is not reported there."""
    return _first_of_each(accesses, lambda each: each.effect.site.function)


def one_per_bug(accesses: Iterable[Access]) -> Iterator[Access]:
    """As `one_per_function`; of several methods of a class only the first is reported for an attribute, and of several
    functions of a file that count with one variable, or through which handlers set one attribute."""
    return _first_of_each(accesses, _where)


def one_per_file(accesses: Iterable[Access]) -> Iterator[Access]:
    """Of all accesses the first, one of the linted file itself if there is one: where the object is made for all, each
    use of it is the same bug."""
    found = list(_first_of_each(accesses, lambda access: ""))
    own = [each for each in found if each.is_in_this_file]
    yield from own or found


def _where(access: Access) -> str:
    kind, owner = access.effect.path.root.kind, access.writer.owner if access.writer is not None else None
    if kind is Kind.MODULE and access.effect.action is Action.UPDATE and not access.effect.path.steps:
        return "a count"
    if kind is Kind.OBJECT and owner is None and access.effect.via:
        return "a helper"
    return owner.name if kind in (Kind.OBJECT, Kind.CLASS) and owner is not None else access.effect.site.function


def _first_of_each(accesses: Iterable[Access], where: Callable[[Access], str]) -> Iterator[Access]:
    first: dict[str, Access] = {}
    others: defaultdict[str, list[str]] = defaultdict(list)
    for each in sorted(accesses, key=lambda access: (access.order, bool(access.effect.via), access.entry.name)):
        at = where(each) if each.is_in_this_file else "another file"
        if (at in first and not each.is_in_this_file) or each.is_reported_elsewhere:
            continue
        if not each.is_in_function_of(first.setdefault(at, each)) and each.is_in_this_file:
            others[at].append(each.effect.site.function)
    for at, each in first.items():
        yield each._replace(also_in=tuple(dict.fromkeys(others[at]))) if at in others else each


def one_per_object(found: Mapping[Access, Meeting]) -> Iterator[Access]:
    """The first of several attributes of one object that a function misuses in the same way: data is kept in one, an
    object that works for a session is put into another. Likewise the first of several attributes that a method resets
    together: they hold the state of one use of the object, and the cure is one object for each use. An identifier that
    each use makes shows it best. Nor is what happens in an object reported where the same use puts another one
    there."""
    replaced = {(each.entry, each.effect.path.root[1:3]) for each in found if _is_put_anew(each)}
    seen: set[tuple[str, str, bool]] = set()
    reset: dict[str, str] = {}
    for each in sorted(found, key=lambda each: (_resets(each), not each.effect.value.is_unique, each.order)):
        if any((each.entry, place) in replaced for place in found[each].held_in):
            continue
        root = each.effect.path.root
        at = (root.owner, each.effect.site.function, _is_worker(each))
        methods = set(_methods_that_reset(found[each]))
        is_known = any(reset.get(method, root.name) != root.name for method in methods)
        if at not in seen and not is_known:
            seen.add(at)
            reset.update(dict.fromkeys(methods, root.name))
            yield each


def one_per_class(accesses: Iterable[Access]) -> Iterator[tuple[Access, list[str]]]:
    """Of several attributes of a class that one function sets through the class the first, with the names of the
    others: they hold one session's state together, and the cure is one. Each other access stands for itself."""
    together: dict[tuple[str, str], list[Access]] = {}
    for each in accesses:
        root = each.effect.path.root
        if _is_put_anew(each) and not root.by_instance and each.is_in_this_file:
            together.setdefault((root.owner, each.effect.site.function), []).append(each)
        else:
            yield each, []
    for several in together.values():
        first, *others = sorted(several, key=lambda each: each.order)
        yield first, [each.effect.path.root.name for each in others]


def _is_put_anew(access: Access) -> bool:
    return access.effect.action is Action.REPLACE and not access.effect.path.steps


def _is_worker(access: Access) -> bool:
    """Whether a new object of the project is stored that holds nothing of a session yet."""
    value = access.effect.value
    is_object = bool(value.shapes) and all(isinstance(each, Instance) for each in value.shapes)
    return is_object and value.is_new and not access.carries_session_data


def _methods_that_reset(meeting: Meeting) -> Iterator[str]:
    """The methods of an object's class that reset an attribute of it, themselves or by other methods; to make an object
    is no reset."""
    for each in filter(_resets, meeting.writes()):
        names = (each.effect.site.function, *each.effect.via)
        own = [name for name in names if name.startswith(f"{meeting.root.owner}.")]
        if MAKERS.isdisjoint(name.rpartition(".")[2] for name in own):
            yield from own


def _resets(access: Access) -> bool:
    """Whether an attribute is emptied, or set to a constant or to a new object that holds nothing of a session."""
    effect = access.effect
    if effect.path.steps or access.carries_session_data or effect.value.is_unique:
        return False
    is_anew = effect.action is Action.REPLACE and (effect.value.is_new or literal(effect.value))
    return is_anew or effect.action is Action.CLEAR
