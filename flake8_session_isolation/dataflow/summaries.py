"""A function's body to its `Summary`, callees first.

Which functions a body may call is told by the names it mentions; they are summarised before it without
recursion of ours, so that a long chain of calls costs time in proportion and no stack.  Where functions call each
other in a circle, the one that comes first sees the others as unknown.
"""

from __future__ import annotations

import logging
from collections import defaultdict
from collections.abc import Iterator

from flake8_session_isolation.dataflow.access_paths import Path
from flake8_session_isolation.dataflow.cached_functions import remembers
from flake8_session_isolation.dataflow.effects import MOST_EFFECTS, By, Effect, Summary
from flake8_session_isolation.dataflow.injected_parameters import injected
from flake8_session_isolation.dataflow.lock_sets import NO_LOCKS
from flake8_session_isolation.dataflow.parameter_defaults import mutable_defaults
from flake8_session_isolation.dataflow.state import Flow, Frame, Here, show
from flake8_session_isolation.dataflow.transfer_locks import decorated_under
from flake8_session_isolation.dataflow.transfer_statements import TooLong, execute
from flake8_session_isolation.dataflow.values import Origin, Read, Value, either
from flake8_session_isolation.facts import Action, Carrier, Facts
from flake8_session_isolation.frontend.scopes import Function, Module, home
from flake8_session_isolation.linking.object_types import Sharing
from flake8_session_isolation.linking.places import Kind, Root
from flake8_session_isolation.linking.singletons import is_made_for_one

log = logging.getLogger(f"flake8.{__name__}")

LONGEST_CHAIN = 6
"""Functions between a handler and the access it is charged with."""
FARTHEST = 3
"""Modules between a function and a callee that is summarised for it."""
MOST_CHARGES = 40_000
"""Effects of callees, with what they hang on, that are put into callers' terms in all of a module; a large one has a
third of it."""
MOST_READS = 12
"""Reads on which a result is known to hang, and growth that a caller knows of."""


class Summaries:
    """The summaries of one module, made when asked for and kept for the length of one analysis.

    `cut` names the functions whose effects are too far from some caller to be charged to it.
    """

    def __init__(self, sharing: Sharing) -> None:
        """For the functions of the module that `sharing` looks at, and those of others that they lead to."""
        self.module = sharing.module
        self.sharing = sharing
        self.done: dict[Function, Summary] = {}
        self.cut: set[str] = set()
        self._charged = 0
        self._waiting: set[Function] = set()
        self._by_name: dict[Module, dict[str, list[Function]]] = {}
        self._away = 0

    def of(self, function: Function) -> Summary:
        """The summary of `function`; one that is being made is unknown (recursion)."""
        if function not in self.done and function not in self._waiting:
            self._away += 1
            if self._away <= FARTHEST:
                self._make_callees_first(function)
            self._away -= 1
        return self.done.get(function) or Summary(function, is_complete=False)

    def charges(self, summary: Summary) -> bool:
        """Whether the effects of `summary` are charged to one more caller; from some number on they are not."""
        if self._charged > MOST_CHARGES:
            self.cut.add(summary.function.name)
            return False
        self._charged += summary.size
        if self._charged > MOST_CHARGES:
            log.info("too many calls to charge all callers with what they do, from %s on", summary.function.name)
        return True

    def _make_callees_first(self, function: Function) -> None:
        stack: list[tuple[Function, Iterator[Function]]] = [(function, self._mentioned(function))]
        self._waiting.add(function)
        while stack:
            at, callees = stack[-1]
            following = next((each for each in callees if each not in self.done and each not in self._waiting), None)
            if following is not None:
                self._waiting.add(following)
                stack.append((following, self._mentioned(following)))
            else:
                stack.pop()
                self.done[at] = self._summarise(at)
                self._waiting.discard(at)

    def _mentioned(self, function: Function) -> Iterator[Function]:
        known = self._functions_of(home(function.scope))
        return (each for name in sorted(function.mentions) for each in known.get(name, ()))

    def _functions_of(self, module: Module) -> dict[str, list[Function]]:
        if module not in self._by_name:
            known = self._by_name[module] = defaultdict(list)
            for function in module.functions:
                known[function.short_name].append(function)
        return self._by_name[module]

    def of_module(self) -> Summary:
        """The module's own statements, as if they were the body of a function that runs once."""
        return self._summarise(self.module.initialiser)

    def _summarise(self, function: Function) -> Summary:
        sharing = self.sharing.seen_from(function.scope)
        frame = Frame(function, sharing.module, sharing.facts, sharing, self)
        flow = Flow({**_parameters(function, sharing), **injected(function, sharing, self)})
        try:
            here = Here(frame)
            execute(function.body, here.under(*decorated_under(function, here)), flow)
        except TooLong:
            log.info("not read to its end, too long: %s", function.name)
            return Summary(function, is_complete=False)
        self.cut.update(each.via[0] for each in frame.effects if len(each.via) >= LONGEST_CHAIN)
        return _summary(frame, flow)


def _parameters(function: Function, sharing: Sharing) -> dict[str, Value]:
    """Each parameter is a place of the caller's, and carries its data unless it is the receiver or the application."""
    found = {}
    for name in function.parameters:
        place = Path(Root(Kind.PARAMETER, function.name, name))
        origins = frozenset() if _is_everybodys(name, function, sharing.facts) else frozenset({Origin(name)})
        found[name] = Value(frozenset({place}), origins, shapes=sharing.parameter(function, name))
    for name, default in mutable_defaults(function, sharing):
        found[name] = default.joined(found[name])
    return found


def _is_everybodys(name: str, function: Function, facts: Facts) -> bool:
    """Whether a parameter is no session's own: the application, or a receiver that no library made for one session."""
    if name == function.receiver:
        owner = None if function.is_class_method else function.owner
        return owner is None or not is_made_for_one(owner, facts)
    carrier = facts.tell(Carrier, name)
    return carrier is not None and carrier.everybodys


def _summary(frame: Frame, flow: Flow) -> Summary:
    """What callers see: locals forgotten, the ways to the end joined."""
    ends = [*frame.endings, flow]
    last = Flow(is_dead=True)
    last.join(*ends)
    for each in ends:
        show(Here(frame), each)
    result = either(frame.results)
    result = result.replaced(reads=_few(result.reads))
    grown = _few(last.grown)
    matters = result.reads | grown
    made = _made_on_demand(frame)
    effects = [_as_left(each, frame, made) for each in frame.effects if len(each.via) < LONGEST_CHAIN]
    effects.extend(remembers(frame, result))
    return Summary(
        frame.function,
        tuple(sorted(effects, key=_writes_first)[:MOST_EFFECTS]),
        result,
        pauses=max(each.pauses for each in ends) > 0,
        held=frame.held or NO_LOCKS,
        invoked=frozenset(frame.invoked),
        overwritten=frozenset(path for path, _ in last.replaced) if not last.is_dead else frozenset(),
        fresh=last.fresh & matters,
        stale=last.stale & matters,
        grown=grown,
    )


def _few(reads: frozenset[Read]) -> frozenset[Read]:
    """At most `MOST_READS` of them, by their places: what is handed from caller to caller stays small."""
    if len(reads) <= MOST_READS:
        return reads
    return frozenset(sorted(reads, key=lambda each: (each.site, str(each.path)))[:MOST_READS])


def _writes_first(effect: Effect) -> bool:
    return not effect.is_write


def _made_on_demand(frame: Frame) -> frozenset[Read]:
    """The looks at places that were then put there."""
    made = (each for each in frame.effects if each.action is Action.REPLACE and not each.path.is_keyed)
    return frozenset(on.read for each in made for on in each.depends if on.by is By.GUARD)


def _as_left(effect: Effect, frame: Frame, made: frozenset[Read]) -> Effect:
    """A write that the function replaces itself before anybody runs is marked so; companions are only those that were
    put there together."""
    alone = frozenset(on for on in effect.depends if on.by is By.COMPANION and on.read not in made)
    if alone:
        effect = effect.replaced(depends=effect.depends - alone)
    if effect.action not in (Action.REPLACE, Action.STORE) or effect.site in frame.seen:
        return effect
    return effect.replaced(is_transient=True)
