"""Effects of statements: one function for each kind of statement.

Branches are read on copies of the state and joined, loops twice, so that what one round leaves is met by the next.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from flake8_session_isolation.dataflow.access_paths import Path
from flake8_session_isolation.dataflow.cached_functions import chosen_for_the_caller
from flake8_session_isolation.dataflow.effects import Use
from flake8_session_isolation.dataflow.narrowing import narrow
from flake8_session_isolation.dataflow.presence import found_set, note_tests, opens_if_zero
from flake8_session_isolation.dataflow.recording import read, write
from flake8_session_isolation.dataflow.refusals import note_assertion, note_refusals
from flake8_session_isolation.dataflow.state import Flow, Here, pause
from flake8_session_isolation.dataflow.transfer_blocks import Block, lent, may_pause, restored_by
from flake8_session_isolation.dataflow.transfer_containers import grows
from flake8_session_isolation.dataflow.transfer_context_storage import looked_up
from flake8_session_isolation.dataflow.transfer_deletions import delete
from flake8_session_isolation.dataflow.transfer_expressions import bind_parts, bind_step, evaluate, store, targets
from flake8_session_isolation.dataflow.transfer_iteration import walk_across, walk_over
from flake8_session_isolation.dataflow.transfer_locks import lock_held, note_stay
from flake8_session_isolation.dataflow.transfer_names import closure
from flake8_session_isolation.dataflow.values import UNKNOWN, Read, Value, computed
from flake8_session_isolation.facts import Action
from flake8_session_isolation.frontend import ir
from flake8_session_isolation.frontend.sets import in_order
from flake8_session_isolation.linking.object_types import is_container
from flake8_session_isolation.linking.shapes import may_be_plain

log = logging.getLogger(f"flake8.{__name__}")

MOST_ALIASES = 30
"""Places at which a local object is known to be kept; of one that is put into hundreds, the others are not known."""
MOST_STEPS = 20_000
"""Statements read per function, loops counted by their rounds; beyond it the function is unknown."""
DEEPEST_LOOP = 3
"""Loops nested deeper than this are read once."""


class TooLong(Exception):
    """A function has more statements than the limit."""


def execute(statements: Sequence[ir.Statement], here: Here, flow: Flow) -> None:
    """Analyse a block; after a branch that leaves it, the rest depends on the branch's test."""
    for each in statements:
        if flow.is_dead:
            return
        here.frame.steps += 1
        if here.frame.steps > MOST_STEPS:
            raise TooLong(here.frame.function.name)
        _STATEMENTS[type(each)](each, here, flow)


def _expression(node: ir.Expr, here: Here, flow: Flow) -> None:
    evaluate(node.value, here, flow, Use.DROPPED)


def _assign(node: ir.Assign, here: Here, flow: Flow) -> None:
    """Bind one value to each target; a tuple on both sides part by part."""
    first, given = node.targets[0], node.value
    if isinstance(first, ir.Tuple) and isinstance(given, ir.Tuple) and len(first.elts) == len(given.elts):
        if not any(isinstance(each, ir.Starred) for each in (*first.elts, *given.elts)):
            values = [evaluate(each, here, flow) for each in given.elts]
            for target, value in zip(first.elts, values):
                _bind(target, value, here, flow)
            return
    value = evaluate(given, here, flow)
    for each in node.targets:
        _bind(each, value, here, flow)
        for local in (given, *node.targets):
            _remember_alias(local, each, here, flow)


def _bind(target: ir.Expression, value: Value, here: Here, flow: Flow) -> None:
    if isinstance(target, (ir.Attribute, ir.Subscript)):
        store(target, value, here, flow)
    elif isinstance(target, ir.Name):
        bind_parts(target, value, here, flow)
    else:
        bind_parts(target, value.content(), here, flow)


def _remember_alias(node: ir.Expression, target: ir.Expression, here: Here, flow: Flow) -> None:
    """After a local object is stored at a place, the variable is an alias of that place."""
    if isinstance(node, ir.Name) and node.id in flow.names and isinstance(target, (ir.Attribute, ir.Subscript)):
        quiet = here.replaced(frame=here.frame.aside())
        places = frozenset(place for place, _ in targets(target, quiet, flow.copy()))
        known = flow.names[node.id]
        if len(known.places) < MOST_ALIASES:
            flow.names[node.id] = known.replaced(places=known.places | places)


def _augment(node: ir.AugAssign, here: Here, flow: Flow) -> None:
    """`x += v`: read x, evaluate v, write x; lists and texts grow."""
    target = node.target
    if isinstance(target, ir.Name) and target.id in flow.names:
        known, added = flow.names[target.id], evaluate(node.value, here, flow)
        if is_container(known.shapes, here.frame.facts) and not may_be_plain(known.shapes):
            _augment_object(node, known, added, here, flow)
        flow.names[target.id] = known.carrying(added)
        return
    current = evaluate(target, here, flow, Use.PLACE)
    before = _own_reads(current, node, here, flow)
    added = evaluate(node.value, here, flow)
    action = Action.GROW if node.op == "+" and grows(current, added) else Action.UPDATE
    is_changed_in_place = is_container(current.shapes, here.frame.facts)
    own = (each for each in current.places if each.steps or is_changed_in_place or not each.root.by_instance)
    for path in in_order([*own]):
        # What `^=` leaves may be the opposite of what was added.
        result = computed([added]) if node.op == "^" else added
        write(path, action, result.replaced(reads=result.reads | before), target, here, flow)


def _augment_object(node: ir.AugAssign, known: Value, added: Value, here: Here, flow: Flow) -> None:
    """`x += v` for a local name of a container changes the container, wherever it is kept."""
    is_longer = node.op == "+" and grows(known, added)
    for path in in_order(known.places):
        write(path, Action.GROW if is_longer else Action.UPDATE, added, node.target, here, flow)


def _own_reads(current: Value, node: ir.AugAssign, here: Here, flow: Flow) -> frozenset[Read]:
    """The read of the operator itself: only the write depends on it, its value is not used elsewhere."""
    return read(Value(current.places), Use.TEST, node.target, here, flow).reads


def _return(node: ir.Return, here: Here, flow: Flow) -> None:
    if node.value is not None:
        value = evaluate(node.value, here, flow)
        if here.decided_by and here.frame.function.decorators:
            value = chosen_for_the_caller(here.frame, value, here.decided_by)
        here.frame.results.append(value)
    ending = flow.copy()
    ending.unseen = frozenset(each for each in flow.unseen if each[1][:2] not in here.restores)
    here.frame.endings.append(ending)
    if not here.waits:
        # What others see of the writes up to here is told by the ending, after the `finally` blocks that it passes.
        flow.unseen = frozenset()
    flow.is_dead = True


def _if(node: ir.If, here: Here, flow: Flow) -> None:
    """The branches of one `if` with all its `elif`s; code after a branch that leaves depends on the tests."""
    ends: list[tuple[Flow, Here]] = []
    tests: frozenset[Read] = frozenset()
    at, way, before = flow, here, flow.pauses
    for branch in node.branches:
        test = evaluate(branch.test, way, at, Use.TEST)
        note_refusals(node, branch, test.reads, here, at)
        note_tests(node, branch, test.reads, here)
        tests |= test.reads
        taken = way.upon(test.reads, test.origins, found_set(branch.test, True, test.reads, here, at))
        way = way.upon(test.reads, test.origins, found_set(branch.test, False, test.reads, here, at))
        other = at.copy()
        narrow(branch.test, here, at, other)
        execute(branch.body, taken, at)
        ends.append((at, taken))
        at = other
    execute(node.orelse, way, at)
    ends.append((at, way))
    lacking = frozenset().union(*(each.lacking for end, each in ends if not end.is_dead))
    one_leaves = any(end.is_dead for end, _ in ends)
    opens = bool(tests) and opens_if_zero(node, [end for end, _ in ends], before, here.frame.function)
    flow.join(*(end for end, _ in ends[1:]))
    flow.opened |= tests if opens else frozenset()
    if one_leaves:
        flow.guards |= tests
        flow.lacking |= lacking


def _for(node: ir.For, here: Here, flow: Flow) -> None:
    """Analyse the body twice; iterating over a place while others run is an access of its own. What leaves the loop
    does not come to its `else`."""
    source = evaluate(node.iter, here, flow, Use.PLACE)
    part = walk_over(source, node, here, flow)
    before, left = flow.pauses, list[Flow]()
    for _ in range(_rounds(here)):
        inner = here.replaced(loops=here.loops + 1, exits=[])
        skipped = flow.copy()
        if node.is_async:
            pause(here, flow)
        bind_step(node.target, node.iter, part, inner, flow)
        execute(node.body, inner, flow)
        left += [each for each in inner.exits or () if each.breaks and node.orelse]
        flow.join(skipped, *(each for each in inner.exits or () if each not in left))
    if flow.pauses > before and not node.is_async:
        walk_across(source, node, here, flow)
    execute(node.orelse, here, flow)
    flow.join(*left)


def _rounds(here: Here) -> int:
    return 2 if here.loops < DEEPEST_LOOP else 1


def _while(node: ir.While, here: Here, flow: Flow) -> None:
    """Analyse test and body twice; what follows depends on the test, as after a branch that leaves."""
    test = evaluate(node.test, here, flow, Use.TEST)
    is_endless = isinstance(node.test, ir.Constant) and bool(node.test.value)
    left: list[Flow] = []
    for _ in range(_rounds(here)):
        inner = here.replaced(loops=here.loops + 1, exits=[])
        skipped = flow.copy()
        execute(node.body, inner.upon(test.reads, test.origins), flow)
        if not flow.is_dead:
            test = evaluate(node.test, here, flow, Use.TEST).joined(test)
        left.extend(inner.exits or ())
        flow.join(skipped, *(inner.exits or ()))
    if is_endless:
        flow.is_dead = True
        flow.join(*left)
    flow.depend_on(test.reads)
    execute(node.orelse, here, flow)


def _with(node: ir.With, here: Here, flow: Flow) -> None:
    _enter(node, node.items, here, flow)


def _enter(node: ir.With, items: Sequence[ir.WithItem], here: Here, flow: Flow) -> None:
    """Enter each item in turn, then analyse the body under the locks that were taken. `redirect_stdout` and its like
    restore what they changed: if no other task ran meanwhile, none has seen the change."""
    if not items:
        execute(node.body, here, flow)
        return
    item, *rest = items
    known = flow.unseen
    value = evaluate(item.context_expr, here, flow, Use.PLACE)
    written = flow.unseen - known
    restored = restored_by(written)
    is_lock, stay = lock_held(value, item.context_expr, here)
    block = Block(UNKNOWN if is_lock else value, item.context_expr, node.is_async)
    if node.is_async and not block.is_known:
        pause(here, flow)
    entered = value if is_lock else _entered(value, block, here, flow)
    if item.optional_vars is not None:
        _bind(item.optional_vars, entered, here, flow)
    place = here.frame.site(item.context_expr)[:2]
    paused, ended = here.frame.pauses, len(here.frame.endings)
    left = len(here.exits or ())
    ending = here.restores.union((place,), (site[:2] for _, site in restored))
    waits = here.waits or (node.is_async and not is_lock)
    _enter(node, rest, here.under(*stay).replaced(restores=ending, waits=waits), flow)
    note_stay(stay, item.context_expr, here.frame.pauses > paused and not node.is_async, here)
    flow.unseen = frozenset(each for each in flow.unseen - restored if each[1][:2] != place)
    if here.frame.function.is_context_manager:
        _put_back((path for path, site in written if site[:2] == place), node, here, flow)
    if block.is_known:
        block.leave(here, flow)
        block.leave_early([*here.frame.endings[ended:], *(here.exits or ())[left:]], here)
    elif node.is_async and not is_lock:
        pause(here, flow)


def _put_back(paths: Iterable[Path], node: ir.With, here: Here, flow: Flow) -> None:
    """The places that an inner context manager restores are restored by the outer one that enters it."""
    for path in paths:
        write(path, Action.REPLACE, UNKNOWN, node, here, flow)


def _entered(value: Value, block: Block, here: Here, flow: Flow) -> Value:
    """The value that a context manager gives, according to its class; else data of what it was created from."""
    known = read(value, Use.ENTER, block.node, here, flow)
    return block.enter(here, flow) if block.is_known else lent(block.node, known, here)


def _try(node: ir.Try, here: Here, flow: Flow) -> None:
    """Handlers start from any point of the body: before it, or after it with all its effects."""
    start, returned = flow.copy(), len(here.frame.endings)
    here = here.replaced(waits=here.waits or may_pause(node.finalbody))
    execute(node.body, here, flow)
    broken = start.copy()
    broken.join(flow.copy())
    broken.pauses = max(broken.pauses, flow.pauses)
    broken.stale, broken.fresh = broken.stale | flow.stale, broken.fresh | flow.fresh
    broken.held &= start.held
    # A write that failed has not been made: what led to it leads to the handler, too. After a pause it was made.
    broken.spent = start.spent | (flow.spent & broken.stale)
    ends = [flow.copy()]
    if not flow.is_dead:
        execute(node.orelse, here, ends[0])
    for handler in node.handlers:
        caught = broken.copy()
        if handler.name is not None:
            caught.names[handler.name] = UNKNOWN
        # What failed is not chosen by the data that decided to try it.
        failed = here.replaced(decided_by=frozenset()) if here.decided_by else here
        execute(handler.body, failed.upon(looked_up(start, broken, handler)), caught)
        ends.append(caught)
    first, *others = ends
    first.join(*others)
    flow.become(first)
    for ending in here.frame.endings[returned:]:
        execute(node.finalbody, here, ending)
        ending.is_dead = False
    _finally(node, broken, here, flow)


def _finally(node: ir.Try, broken: Flow, here: Here, flow: Flow) -> None:
    """Analyse the `finally` block, also if no path through the statement continues."""
    if not node.finalbody:
        return
    if flow.is_dead:
        execute(node.finalbody, here, broken)
    else:
        execute(node.finalbody, here, flow)


def _match(node: ir.Match, here: Here, flow: Flow) -> None:
    """Cases are branches on the subject; names in patterns are parts of it."""
    subject = evaluate(node.subject, here, flow)
    ends: list[Flow] = []
    for case in node.cases:
        branch = flow.copy()
        for each in case.names:
            bind_parts(each, subject.content(), here, branch)
        reads = subject.reads
        if case.guard is not None:
            reads |= evaluate(case.guard, here, branch, Use.TEST).reads
        execute(case.body, here.upon(reads, subject.origins), branch)
        ends.append(branch)
    flow.join(*ends)


def _delete(node: ir.Delete, here: Here, flow: Flow) -> None:
    for each in node.targets:
        delete(each, here, flow)


def _raise(node: ir.Raise, here: Here, flow: Flow) -> None:
    if node.exc is not None:
        evaluate(node.exc, here, flow)
    flow.is_dead = True


def _assert(node: ir.Assert, here: Here, flow: Flow) -> None:
    reads = evaluate(node.test, here, flow, Use.TEST).reads
    note_assertion(node.test, reads, here, flow)
    flow.depend_on(reads, found_set(node.test, True, reads, here, flow))


def _exit(node: ir.Exit, here: Here, flow: Flow) -> None:
    if here.exits is not None:
        flow.breaks = node.is_break
        here.exits.append(flow.copy())
    flow.is_dead = True


def _declare(node: ir.Declare, here: Here, flow: Flow) -> None:
    """Declarations have no effect."""


def _define(node: ir.Define, here: Here, flow: Flow) -> None:
    """A definition evaluates decorators and defaults; its body is analysed when it is called. A decorator is given the
    function; entry points decide by its name what that means."""
    for each in node.function.decorators:
        evaluate(each, here, flow, Use.PLACE)
    made = UNKNOWN if node.function.decorators else closure(node.function, flow)
    if made.origins:
        flow.names[node.function.short_name] = made
    else:
        flow.names.pop(node.function.short_name, None)


def _define_class(node: ir.DefineClass, here: Here, flow: Flow) -> None:
    """As a function, with the definitions in its body."""
    for each in node.cls.decorators:
        evaluate(each, here, flow, Use.PLACE)
    for inner in node.cls.body:
        if isinstance(inner, ir.Define):
            _define(inner, here, flow)
        elif isinstance(inner, ir.DefineClass):
            _define_class(inner, here, flow)
    flow.names.pop(node.cls.short_name, None)


_STATEMENTS: dict[type[ir.Statement], Callable[[Any, Here, Flow], None]] = {
    ir.Expr: _expression,
    ir.Assign: _assign,
    ir.Declare: _declare,
    ir.AugAssign: _augment,
    ir.Return: _return,
    ir.If: _if,
    ir.For: _for,
    ir.While: _while,
    ir.With: _with,
    ir.Try: _try,
    ir.Match: _match,
    ir.Delete: _delete,
    ir.Raise: _raise,
    ir.Assert: _assert,
    ir.Exit: _exit,
    ir.Define: _define,
    ir.DefineClass: _define_class,
}
