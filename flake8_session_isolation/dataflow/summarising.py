"""Interpretation of one function body into its `Summary`."""

from __future__ import annotations

import logging
from collections.abc import Sequence

from flake8_session_isolation.dataflow.access_paths import Path
from flake8_session_isolation.dataflow.cached_functions import remembers
from flake8_session_isolation.dataflow.charged_reads import LONGEST_CHAIN
from flake8_session_isolation.dataflow.effects import By, Effect, Summary
from flake8_session_isolation.dataflow.injected_parameters import injected
from flake8_session_isolation.dataflow.lock_sets import NO_LOCKS
from flake8_session_isolation.dataflow.parameter_defaults import default_values
from flake8_session_isolation.dataflow.state import Flow, Frame, Here, Summariser, show
from flake8_session_isolation.dataflow.transfer_locks import decorated_under
from flake8_session_isolation.dataflow.transfer_names import is_everybodys
from flake8_session_isolation.dataflow.transfer_statements import TooLong, execute
from flake8_session_isolation.dataflow.values import RECEIVER, UNKNOWN, Origin, Read, Value, either, union
from flake8_session_isolation.facts import Action, Facts
from flake8_session_isolation.frontend import ir
from flake8_session_isolation.frontend.call_sites import calls_of
from flake8_session_isolation.frontend.memoised import memoised
from flake8_session_isolation.frontend.scopes import Function, last_name
from flake8_session_isolation.linking.object_types import Sharing
from flake8_session_isolation.linking.places import Kind, Root
from flake8_session_isolation.linking.shapes import Instance

log = logging.getLogger(f"flake8.{__name__}")

NO_ORIGINS: frozenset[Origin] = frozenset()
MOST_READS = 12
"""Reads on which a result is known to hang, and growth that a caller knows of."""


def summarise(function: Function, sharing: Sharing, callees: Summariser, tracks_parameters: bool) -> Summary:
    """The summary of a function, given those of its `callees`; `sharing` is the view of its module. Accesses to its
    parameters are left out unless the summary `tracks_parameters`."""
    frame = Frame(function, sharing.module, sharing.facts, sharing, callees, tracks_parameters)
    flow = Flow({**_parameters(function, sharing), **injected(function, sharing, callees)})
    try:
        here = Here(frame)
        execute(function.body, here.under(*decorated_under(function, here)), flow)
    except TooLong:
        log.info("not read to its end, too long: %s", function.name)
        return Summary(function, is_complete=False, is_too_long=True)
    return _summary(frame, flow)


def _parameters(function: Function, sharing: Sharing) -> dict[str, Value]:
    """The values of parameters: each is a place of the caller and carries its data."""
    found = {}
    for name in function.parameters:
        place = Path(Root(Kind.PARAMETER, function.name, name))
        origins = _brought_by(name, function, sharing.facts)
        found[name] = Value(frozenset({place}), origins, shapes=sharing.parameter(function, name))
    for name, default in default_values(function, sharing):
        found[name] = default.joined(found[name])
    return found


def _brought_by(name: str, function: Function, facts: Facts) -> frozenset[Origin]:
    """Whose data a parameter carries: no session's if it is the class or the application; a receiver's is known to the
    callers, unless a library creates it for one session."""
    if not is_everybodys(name, function, facts):
        return frozenset({Origin(name)})
    is_object = name == function.receiver and function.owner is not None and not function.is_class_method
    return frozenset({Origin(RECEIVER)}) if is_object else NO_ORIGINS


def _summary(frame: Frame, flow: Flow) -> Summary:
    """What callers see, after local variables are dropped and all ends are joined."""
    ends = [*frame.endings, flow]
    last = Flow(is_dead=True)
    last.join(*ends)
    for each in ends:
        show(Here(frame), each)
    result = _result(frame.function, frame.results)
    result = result.replaced(reads=_few(result.reads))
    grown = _few(last.grown)
    matters = result.reads | grown
    made = _made_on_demand(frame)
    effects = [_as_left(each, frame, made) for each in frame.effects if len(each.via) < LONGEST_CHAIN]
    effects.extend(remembers(frame, result))
    return Summary(
        frame.function,
        tuple(sorted(effects, key=_writes_first)),
        result,
        pauses=frame.function.is_stub or max(each.pauses for each in ends) > 0,
        is_complete=not frame.function.is_stub,
        held=frame.held or NO_LOCKS,
        invoked=frozenset(frame.invoked),
        overwritten=frozenset(path for path, _ in last.replaced) if not last.is_dead else frozenset(),
        fresh=last.fresh & matters,
        stale=last.stale & matters,
        grown=grown,
        reads=tuple(frame.reads),
        charges=tuple(frame.charges),
        cut=frozenset(each.via[0] for each in frame.effects if len(each.via) >= LONGEST_CHAIN),
        yielded=either(frame.yielded),
        sent=_data_of(frame.sent),
    )


def _data_of(sent: Sequence[Value]) -> Value:
    """Whose data several values hold, and on which reads they depend."""
    every = union(sent)
    return every.replaced(reads=_few(every.reads)) if sent else UNKNOWN


def _result(function: Function, results: list[Value]) -> Value:
    """The value that a function returns, one of its `results`. If it creates objects for its caller, no single module
    object stands for it. A copy that it makes itself returns values that are no containers unchanged. `0` or None
    stands for a missing identifier; one that the context keeps was made for this session."""
    found = either(results)
    if found.places and any(each.is_new and not each.places for each in results):
        copied = _copied_parameters(function)
        found = either(
            each.replaced(places=frozenset()) if _is_constant_object(each) or each.places <= copied else each
            for each in results
        )
    stands_in = (each.constant in ("0", "None") or _is_own(each) for each in results if not each.is_unique)
    if not found.is_unique and all(stands_in):
        return found.replaced(is_unique=any(each.is_unique for each in results))
    return found


def _is_own(value: Value) -> bool:
    """Whether a value is that of a context variable."""
    return bool(value.places) and all(each.root.kind is Kind.CONTEXT for each in value.places)


@memoised
def _copied_parameters(function: Function) -> frozenset[Path]:
    """The parameters that a recursive function tests for being containers: it makes a deep copy."""
    calls = [each.node for each in calls_of(function.scope)]
    if not any(last_name(each) == function.short_name for each in calls):
        return frozenset()
    asked = {
        each.args[0].id
        for each in calls
        if last_name(each) == "isinstance" and len(each.args) == 2 and isinstance(each.args[0], ir.Name)
        if last_name(each.args[1]) in ("dict", "list", "Mapping", "Sequence")
    }
    return frozenset(Path(Root(Kind.PARAMETER, function.name, each)) for each in asked & {*function.parameters})


def _is_constant_object(value: Value) -> bool:
    are_objects = bool(value.shapes) and all(isinstance(each, Instance) for each in value.shapes)
    return are_objects and all(each.root.kind is Kind.MODULE and not each.steps for each in value.places)


def _few(reads: frozenset[Read]) -> frozenset[Read]:
    """At most `MOST_READS` of the reads, by their places, so that summaries stay small."""
    if len(reads) <= MOST_READS:
        return reads
    return frozenset(sorted(reads, key=lambda each: (each.site, str(each.path)))[:MOST_READS])


def _writes_first(effect: Effect) -> bool:
    return not effect.is_write


def _made_on_demand(frame: Frame) -> frozenset[Read]:
    """Reads of places that are tested and then filled."""
    made = (each for each in frame.effects if each.action is Action.REPLACE and not each.path.is_keyed)
    return frozenset(test for each in made for test in each.fills)


def _as_left(effect: Effect, frame: Frame, made: frozenset[Read]) -> Effect:
    """The writes at the end of a function: one that it replaces itself before other code runs is marked; companions are
    only those that were written together with it."""
    alone = frozenset(on for on in effect.depends if on.by is By.COMPANION and on.read not in made)
    if alone:
        effect = effect.replaced(depends=effect.depends - alone)
    if effect.action not in (Action.REPLACE, Action.STORE) or effect.site in frame.seen:
        return effect
    return effect.replaced(is_transient=True)
