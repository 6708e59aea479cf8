"""Effects of calls: container methods, functions of the project, starts of tasks and threads, unknown callees.

`apply` tries in this order: facts about the callee, the project's own functions and classes, and last the answer for
whatever is unknown: the result holds the data of receiver and arguments, nothing is changed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from flake8_session_isolation.dataflow import transfer_context_storage as contextual
from flake8_session_isolation.dataflow.access_paths import Path, Step
from flake8_session_isolation.dataflow.application_storage import set_on_application
from flake8_session_isolation.dataflow.argument_binding import bind, kept_by
from flake8_session_isolation.dataflow.builtin_results import BUILTINS, Builtin
from flake8_session_isolation.dataflow.cached_functions import chosen_by_a_callee, kept, kept_object
from flake8_session_isolation.dataflow.call_arguments import Arguments
from flake8_session_isolation.dataflow.charged_reads import ChargedCall
from flake8_session_isolation.dataflow.effects import Effect, Summary, Use, literal
from flake8_session_isolation.dataflow.recording import depending, is_tracked, note, read, take_effect, write
from flake8_session_isolation.dataflow.request_reply import exchange
from flake8_session_isolation.dataflow.shallow_copies import copied_by
from flake8_session_isolation.dataflow.state import Flow, Here, after_return, pause
from flake8_session_isolation.dataflow.transfer_containers import touch
from flake8_session_isolation.dataflow.transfer_conversations import converse
from flake8_session_isolation.dataflow.transfer_iteration import walk_over
from flake8_session_isolation.dataflow.transfer_locks import BY_HAND, WAITS, by_hand, wait_inside
from flake8_session_isolation.dataflow.transfer_names import imported_place, module_place
from flake8_session_isolation.dataflow.transfer_starts import started
from flake8_session_isolation.dataflow.translation import Translation
from flake8_session_isolation.dataflow.undivided_blocks import as_entered
from flake8_session_isolation.dataflow.unknown_results import result_of
from flake8_session_isolation.dataflow.values import (
    CONTEXT,
    UNKNOWN,
    AnyShape,
    Callable,
    Value,
    either,
    somebodys,
    union,
)
from flake8_session_isolation.facts import Action, Private, Setter
from flake8_session_isolation.frontend.scopes import Class, Function
from flake8_session_isolation.frontend.sets import in_order
from flake8_session_isolation.linking.call_graph import call_graph_of
from flake8_session_isolation.linking.constants import is_constant
from flake8_session_isolation.linking.generator_steps import kept_for_later
from flake8_session_isolation.linking.kept_instances import is_kept, makes_itself
from flake8_session_isolation.linking.object_types import OWN_MODULE
from flake8_session_isolation.linking.parameter_defaults import has_stars
from flake8_session_isolation.linking.places import Kind, Root
from flake8_session_isolation.linking.reset_objects import RESETS
from flake8_session_isolation.linking.shapes import ClassObject, Instance, Made, Named
from flake8_session_isolation.linking.singletons import container_bases

_CLOSERS = frozenset({"close", "aclose", "disconnect"})


def apply(given: Arguments, here: Here, flow: Flow) -> Value:
    """The result of a call; its effects are recorded."""
    facts = here.frame.facts
    row = given.runs
    if row is not None and given.spawned is not None:
        return started(row, given, here, flow)
    if given.method in BY_HAND and by_hand(given, here, flow):
        return UNKNOWN
    if given.method in WAITS:
        wait_inside(given, here, flow)
    _ask_about_method(given, here)
    if given.methods:
        found = either([touch(given.methods[0], place, given, here, flow) for place in in_order(given.receiver.places)])
        if given.awaited:
            pause(here, flow)
        return found
    own = contextual.access(given, here, flow) or contextual.by_name(given, here, flow)
    if own is not None:
        return own
    if given.method == "get" and any(
        facts.row(Private, each.type) for each in given.receiver.shapes if isinstance(each, Made)
    ):
        return Value(origins=frozenset({CONTEXT}))
    special = _SPECIAL.get(given.name or "")
    known = special(given, here, flow) if special is not None else None
    if known is not None:
        return known
    _use_callee(given, here, flow)
    shapes = in_order(given.callee.shapes)
    ours = [each for each in shapes if isinstance(each, (Callable, ClassObject)) or _is_called(each)]
    ours = ours or list(_resolved(given, here))
    if not ours:
        return _foreign(given, here, flow)
    return _one_of(ours, given, here, flow)


def _one_of(shapes: Sequence[AnyShape], given: Arguments, here: Here, flow: Flow) -> Value:
    """One of several functions is called: none of them sees what another one does."""
    ways = [flow, *(flow.copy() for _ in shapes[1:])]
    found = either([_enter_shape(each, given, here, way) for each, way in zip(shapes, ways)])
    if len(ways) > 1:
        flow.join(*ways[1:])
    return found


def _resolved(given: Arguments, here: Here) -> Iterator[Callable | ClassObject | Instance]:
    """The call graph's answer for a callee whose value is not known."""
    for each in call_graph_of(here.frame.sharing).targets(given.node, here.frame.function):
        if isinstance(each, Function):
            receiver = given.receiver if given.method else UNKNOWN
            yield Callable(each, receiver if each.receiver is not None else None)
        elif isinstance(each, ClassObject) or _is_called(each):
            yield each


def _use_callee(given: Arguments, here: Here, flow: Flow) -> None:
    """Record that the called variable is read; callers know the function in a parameter."""
    known = (*given.callee.shapes, *given.receiver.shapes)
    is_method = given.method and not any(isinstance(each, (Instance, ClassObject)) for each in known)
    if given.callee.places and not is_method:
        read(given.callee, Use.RECEIVER, given.node.func, here, flow)
        _ask_callers(given.callee, "", here)


def _ask_about_method(given: Arguments, here: Here) -> None:
    """Note that a method of a parameter of unknown class is called, which callers can resolve."""
    if given.method and not given.receiver.shapes:
        _ask_callers(given.receiver, given.method, here)


def _ask_callers(value: Value, method: str, here: Here) -> None:
    """Note the call of a parameter, or of its method, which callers can resolve."""
    for place in value.places:
        if place.root.kind is Kind.PARAMETER and not place.steps and place.root.owner == here.frame.function.name:
            here.frame.invoked.add((place.root.name, method))


def _is_called(shape: AnyShape) -> bool:
    """Whether an object of the project can be called."""
    return isinstance(shape, Instance) and shape.of.method("__call__") is not None


def _enter_shape(shape: AnyShape, given: Arguments, here: Here, flow: Flow) -> Value:
    """A function, a class or an object of the project is called."""
    if isinstance(shape, Callable):
        return enter(shape.function, shape.receiver, given, here, flow)
    if isinstance(shape, Instance) and (own := shape.of.method("__call__")) is not None:
        return enter(own, given.callee, given, here, flow)
    assert isinstance(shape, ClassObject)
    return _make(shape.itself, given, here, flow)


def _make(cls: Class, given: Arguments, here: Here, flow: Flow) -> Value:
    """An instance of a class of the project: a new one, or the one that the class keeps."""
    again = is_kept(cls, here.frame.sharing.seen_from(cls.scope))
    new = Value(shapes=frozenset({Instance(cls)}), is_new=True)
    made = kept_object(cls) if again else new.keeping(kept_by(cls, given, here))
    for name in ("__init__", "__post_init__") if not again or makes_itself(cls) else ():
        method = cls.method(name)
        if method is not None:
            enter(method, made, given, here, flow)
    return made if again else made.carrying(union(given.all).processed())


def enter(function: Function, receiver: Value | None, given: Arguments, here: Here, flow: Flow) -> Value:
    """Apply the summary of a function of the project at its call."""
    frame = here.frame
    bound = bind(function, receiver, given, here)
    summary = as_entered(frame.summaries.of(function, _is_changed(bound.values(), here)), given.node, frame.function)
    locks, site = here.locks | flow.held, frame.site(given.node)
    into = Translation(function, frame.function, bound, locks, site, frame.sharing, has_stars(given.node))
    before = flow.copy()
    is_later = function.yields and function.is_coroutine and given.node in kept_for_later(frame.function)
    writes = _charged(summary, into, before, here, after_return(flow) if is_later else flow)
    if summary.reads or summary.charges:
        frame.charges.append(ChargedCall(summary, into, after_return(before) if is_later else before))
    sure = {moved for path in summary.overwritten for moved in into.paths(path)} if writes else ()
    for done in writes:
        known = done.replaced(action=Action.UPDATE) if done.action is Action.GROW else done
        take_effect(known, here, flow, is_sure=done.path in sure)
    # What it left for others to see is not hidden by its own later writes; so is what is while a block runs.
    left = (each for each in writes if each.replaces and (function.is_context_manager or not each.is_transient))
    flow.unseen = flow.unseen.union((each.path, each.site) for each in left)
    if summary.pauses and (given.awaited or (function.yields and function.is_coroutine)):
        last = flow.replaced if given.awaited and not function.yields else frozenset()
        pause(here, flow)
        # What an awaited function replaced after its last pause is still as it left it.
        flow.replaced |= frozenset(each for each in last if each[0] in sure)
    contextual.settle(summary, before, flow)
    fresh = into.every(summary.fresh)
    flow.fresh |= fresh
    flow.spent -= fresh
    flow.stale = (flow.stale - fresh) | into.every(summary.stale)
    flow.grown |= into.every(summary.grown)
    for name, method in sorted(summary.invoked):
        _call_back(bound.get(name, UNKNOWN), method, given, here, flow)
    if summary.sent is not UNKNOWN:
        frame.sent.append(into.value(summary.sent).content())
    result = _result(summary, into, given, here)
    again = kept(function, result, bound, frame.sharing)
    result = result if again is None else read(again, given.use, given.node, here, flow)
    if frame.function.decorators:
        result = chosen_by_a_callee(function, bound, frame, result)
    return result if summary.is_complete else result.carrying(union(given.all).processed())


def _result(summary: Summary, into: Translation, given: Arguments, here: Here) -> Value:
    """The result of a call for its caller; what a context manager gives to its block is noted."""
    if into.callee.is_context_manager and summary.yielded.places:
        here.frame.lent[given.node] = into.value(summary.yielded)
    return into.value(summary.result).replaced(holds=into.locked(summary.held) - into.locks)


def _is_changed(values: Iterable[Value], here: Here) -> bool:
    """Whether an argument may be changed: it is at a tracked place, and no constant."""
    places = (path for value in values for path in (*value.places, *(each.path for each in value.kept)))
    return any(is_tracked(each, here) and not is_constant(each.root, here.frame.sharing) for each in places)


MOST_WAYS = 12
"""Calls in one body along which the same access is translated."""
MOST_IN_CIRCLE = 2
"""The same for a function of the same circle: there are as many ways as one likes to go around."""


def _charged(summary: Summary, into: Translation, before: Flow, here: Here, flow: Flow) -> list[Effect]:
    """Record the callee's effects as the caller's; returns the writes among them. An access that comes along many call
    chains is translated for the first of them only."""
    writes: list[Effect] = []
    most = MOST_IN_CIRCLE if summary.is_provisional else MOST_WAYS
    known, own = here.frame.effects, _chosen_within(summary) if here.decided_by else frozenset()
    for effect in filter(known.has_room_for, summary.effects):
        at = here.replaced(decided_by=frozenset()) if effect.path in own else here
        way = (effect.path, effect.action, effect.site, *into.named_in(effect.path))
        ways = here.frame.ways.setdefault(way, [])
        if len(ways) >= most:
            writes += ways[-1]
            continue
        done: list[Effect] = []
        for moved in into.effects(effect):
            if not known.has_room_for(moved) or not (is_tracked(moved.path, here) or moved.action is Action.HOLD):
                continue
            if not moved.is_write:
                note(moved, here, flow)
            elif not (contextual.is_ours(moved, before) or _is_own_method(effect, into.arguments, here)):
                reads = [token for name in into.used(effect.value) for token in into.arguments[name].reads]
                done.append(depending(moved, reads, at, before))
        ways.append(done)
        writes += done
    return writes


def _chosen_within(summary: Summary) -> frozenset[Path]:
    """The places where a callee stores one of several literals by a choice of its own, whoever decides to call it."""
    stored = [each for each in summary.effects if each.action in (Action.REPLACE, Action.STORE) and literal(each.value)]
    texts: defaultdict[Path, set[frozenset[AnyShape]]] = defaultdict(set)
    for each in stored:
        texts[each.path].add(each.value.shapes)
    decided = {each.path for each in stored if somebodys(each.decided_by)}
    return frozenset(path for path, known in texts.items() if len(known) > 1 and path not in decided)


def _is_own_method(effect: Effect, bound: Mapping[str, Value], here: Here) -> bool:
    """Whether a method of a project class was mistaken for one of a container, because of its name."""
    shapes = bound.get(effect.path.root.name, UNKNOWN).shapes
    is_whole = effect.path.root.kind is Kind.PARAMETER and not effect.path.steps and effect.action is not Action.REPLACE
    facts = here.frame.facts
    return is_whole and any(isinstance(each, Instance) and not container_bases(each.of, facts) for each in shapes)


def _call_back(value: Value, method: str, given: Arguments, here: Here, flow: Flow) -> None:
    """The callee calls a function that it was given, with data of its other arguments."""
    if method and not value.shapes:
        _ask_callers(value, method, here)
    for function, receiver in _called_back(value, method):
        if function is not here.frame.function:
            data = union(given.all).processed()
            inner = Arguments(
                given.node, value, UNKNOWN, "", Use.DATA, given.awaited, [data] * len(function.parameters)
            )
            enter(function, receiver, inner, here, flow)


def _called_back(value: Value, method: str) -> Iterator[tuple[Function, Value | None]]:
    for shape in in_order(value.shapes):
        if isinstance(shape, Callable) and not method:
            yield shape.function, shape.receiver
        elif isinstance(shape, Instance) and (own := shape.of.method(method)) is not None:
            yield own, value


def _foreign(given: Arguments, here: Here, flow: Flow) -> Value:
    """A call of an unknown function: it uses its receiver and arguments, and may call the functions among them."""
    frame = here.frame
    receiver = read(given.receiver, _receiver_use(given), given.node.func, here, flow) if given.method else UNKNOWN
    for each in _called_at_once(given):
        # There may be nothing that it is called with.
        before = flow.copy()
        _call_back(each, "", given, here, flow)
        flow.join(before)
    if given.name in _OVER_ELEMENTS and len(given.positional) > 1:
        given.positional[1] = walk_over(given.positional[1], given.node, here, flow)
    converse(given, here, flow)
    exchange(given, here, flow)
    setter = frame.facts.row(Setter, given.name)
    if setter is not None:
        _set_process_wide(setter, given, here, flow)
    if given.awaited:
        pause(here, flow)
    return copied_by(given, result_of(receiver, given, here))


def _receiver_use(given: Arguments) -> Use:
    return Use.ENTER if given.method in _CLOSERS or given.method in RESETS else Use.RECEIVER


def _set_process_wide(row: Setter, given: Arguments, here: Here, flow: Flow) -> None:
    """The call writes process-wide state."""
    path = Path(Root(Kind.IMPORTED, "", row.place))
    write(path, Action.REPLACE, _what_is_set(row, given), given.node, here, flow)


def _what_is_set(row: Setter, given: Arguments) -> Value:
    """The value that a setter is given: at its position, or by name."""
    if row.value is None or row.value < len(given.positional):
        return given.positional[row.value] if row.value is not None else UNKNOWN
    named = list(given.named.values())
    return named[0] if len(named) == 1 else union(named)


def _setattr(given: Arguments, here: Here, flow: Flow) -> Value:
    """`setattr(target, "name", value)` is an assignment where the name is a literal.

    Under another name it is one of many attributes, as an entry of a dict is under a key: only what belongs to a
    context as a whole is known to be written then.
    """
    if len(given.positional) == 3:
        target, name, value = given.positional
        for path in _named_places(target, name.constant, here):
            write(path, Action.REPLACE, value, given.node, here, flow)
    return UNKNOWN


def _named_places(target: Value, name: str | None, here: Here) -> Sequence[Path]:
    if name is None:
        return contextual.attribute_paths(target, "*", here)
    return attribute_places(target, name.strip("'\""), here)


def _hasattr(given: Arguments, here: Here, flow: Flow) -> Value:
    """`hasattr(x, "name")` tests whether the place has been set."""
    if len(given.positional) != 2:
        return UNKNOWN
    target, name = given.positional
    places = frozenset(attribute_places(target, (name.constant or "*").strip("'\""), here))
    return Value(reads=read(Value(places), Use.TEST, given.node, here, flow).reads)


def attribute_places(base: Value, name: str, here: Here) -> list[Path]:
    """The places that an assignment to `base.name` writes: a module variable, a class attribute, a library's place, or
    an instance attribute."""
    own = contextual.attribute_paths(base, name, here) or set_on_application(base, name, here)
    if own:
        return own
    if any(each == Made(OWN_MODULE) for each in base.shapes):
        return [module_place(name, here.frame.module)]
    classes = [each.itself for each in in_order(base.shapes) if isinstance(each, ClassObject)]
    if classes:
        return [Path(Root(Kind.CLASS, (each.declaring(name) or each).name, name)) for each in classes]
    functions = [each.function.name for each in in_order(base.shapes) if isinstance(each, Callable)]
    if functions:
        return [Path(Root(Kind.FUNCTION, each, name)) for each in functions]
    named = [each.dotted for each in in_order(base.shapes) if isinstance(each, Named)]
    if named:
        return [imported_place(f"{each}.{name}", here) for each in named]
    return [place.then(Step(name)) for place in in_order(base.places)]


def _called_at_once(given: Arguments) -> Iterator[Value]:
    """What a built-in calls before it returns, `sorted(rows, key=weigh)`, or soon after, `map(weigh, rows)`; and what a
    regular expression calls for each match: `PATTERN.sub(hide, text)`."""
    if given.name in _CALLING_THE_FIRST or given.method in _REPLACING:
        yield from given.positional[:1]
    elif given.name in _CALLING_THE_KEY and "key" in given.named:
        yield given.named["key"]


_OVER_ELEMENTS = frozenset({"builtins.filter"})
"""What gives elements of its second argument, as a comprehension does."""
_CALLING_THE_FIRST = frozenset({"builtins.map", "builtins.filter"})
_REPLACING = frozenset({"sub", "subn"})
_CALLING_THE_KEY = frozenset({"builtins.sorted", "builtins.min", "builtins.max", "builtins.list.sort"})
_SPECIAL: Mapping[str, Builtin] = {"builtins.setattr": _setattr, "builtins.hasattr": _hasattr, **BUILTINS}
