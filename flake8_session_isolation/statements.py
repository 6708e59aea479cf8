"""What a statement does to the state: one match over the kinds of statement, a function for each.

Branches are read on copies of the state and joined, loops twice, so that what one round leaves is met by the next.
"""

from __future__ import annotations

import ast
import logging
from collections.abc import Sequence
from dataclasses import replace
from typing import cast

from flake8_session_isolation import calls
from flake8_session_isolation.contextual import looked_up
from flake8_session_isolation.deletions import delete
from flake8_session_isolation.effects import Use
from flake8_session_isolation.expressions import bind_parts, bind_step, evaluate, store, targets
from flake8_session_isolation.facts import Action, How
from flake8_session_isolation.flow import Flow, Here, pause, read, write
from flake8_session_isolation.iteration import walk_across, walk_over
from flake8_session_isolation.locking import lock_held, note_stay
from flake8_session_isolation.narrowing import narrow
from flake8_session_isolation.paths import Path
from flake8_session_isolation.program import is_for_type_checkers
from flake8_session_isolation.sharing import is_container
from flake8_session_isolation.values import UNKNOWN, Constant, Made, Read, Site, Value

log = logging.getLogger(f"flake8.{__name__}")

MOST_STEPS = 20_000
"""Statements read per function, loops counted by their rounds; beyond it the function is unknown."""
DEEPEST_LOOP = 3
"""Loops nested deeper than this are read once."""


class TooLong(Exception):
    """A function has more statements than are read."""


def execute(statements: Sequence[ast.stmt], here: Here, flow: Flow) -> None:
    """Read a block; a branch that leaves makes the rest hang on its test."""
    for each in statements:
        if flow.is_dead:
            return
        here.frame.steps += 1
        if here.frame.steps > MOST_STEPS:
            raise TooLong(here.frame.function.name)
        _statement(each, here, flow)


def _statement(node: ast.stmt, here: Here, flow: Flow) -> None:
    match node:
        case ast.Expr(value=value):
            evaluate(value, here, flow, Use.DROPPED)
        case ast.Assign(targets=names, value=value):
            _assign(names, value, here, flow)
        case ast.AnnAssign(target=target, value=ast.expr() as value):
            _assign([target], value, here, flow)
        case ast.AugAssign():
            _augment(node, here, flow)
        case ast.Return():
            _return(node, here, flow)
        case ast.If():
            _if(node, here, flow)
        case ast.For() | ast.AsyncFor():
            _for(node, here, flow)
        case ast.While():
            _while(node, here, flow)
        case ast.With() | ast.AsyncWith():
            _with(node, node.items, here, flow)
        case ast.Try():
            _try(node, here, flow)
        case ast.Match():
            _match(node, here, flow)
        case ast.Delete(targets=names):
            for each in names:
                delete(each, here, flow)
        case ast.Raise() | ast.Assert():
            _raise(node, here, flow)
        case ast.Break() | ast.Continue():
            if here.exits is not None:
                here.exits.append(flow.copy())
            flow.is_dead = True
        case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
            _define(node, here, flow)
        case ast.Import() | ast.ImportFrom() | ast.Global() | ast.Nonlocal() | ast.Pass():
            pass
        case _ if type(node).__name__ == "TryStar":  # Python 3.11; the same fields as Try
            _try(cast(ast.Try, node), here, flow)


def _assign(names: Sequence[ast.expr], node: ast.expr, here: Here, flow: Flow) -> None:
    """Bind one value to each target; a tuple on both sides part by part."""
    first = names[0]
    if isinstance(first, ast.Tuple) and isinstance(node, ast.Tuple) and len(first.elts) == len(node.elts):
        if not any(isinstance(each, ast.Starred) for each in (*first.elts, *node.elts)):
            values = [evaluate(each, here, flow) for each in node.elts]
            for target, value in zip(first.elts, values):
                _bind(target, value, here, flow)
            return
    value = evaluate(node, here, flow)
    for each in names:
        _bind(each, value, here, flow)
        for local in (node, *names):
            _remember_alias(local, each, here, flow)


def _bind(target: ast.expr, value: Value, here: Here, flow: Flow) -> None:
    if isinstance(target, (ast.Attribute, ast.Subscript)):
        store(target, value, here, flow)
    elif isinstance(target, ast.Name):
        bind_parts(target, value, here, flow)
    else:
        bind_parts(target, value.content(), here, flow)


def _remember_alias(node: ast.expr, target: ast.expr, here: Here, flow: Flow) -> None:
    """A local object stored at a place is that place's object from then on."""
    if isinstance(node, ast.Name) and node.id in flow.names and isinstance(target, (ast.Attribute, ast.Subscript)):
        quiet = replace(here, frame=replace(here.frame, effects={}, calls={}))
        places = frozenset(place for place, _ in targets(target, quiet, flow.copy()))
        known = flow.names[node.id]
        flow.names[node.id] = replace(known, places=known.places | places)


def _augment(node: ast.AugAssign, here: Here, flow: Flow) -> None:
    """`x += v`: read x, evaluate v, write x; lists and texts grow."""
    target = node.target
    if isinstance(target, ast.Name) and target.id in flow.names:
        known, added = flow.names[target.id], evaluate(node.value, here, flow)
        if is_container(known, here.frame.facts):
            _augment_object(node, known, added, here, flow)
        flow.names[target.id] = known.carrying(added)
        return
    current = evaluate(_loaded(target), here, flow, Use.PLACE)
    before = _own_reads(current, node, here, flow)
    added = evaluate(node.value, here, flow)
    action = Action.GROW if isinstance(node.op, ast.Add) and _grows(current, added) else Action.UPDATE
    is_changed_in_place = is_container(current, here.frame.facts)
    for path in current.places:
        if path.root.by_instance and not path.steps and not is_changed_in_place:
            continue
        value = replace(added, reads=added.reads | before)
        write(path, action, value, target, here, flow)


def _augment_object(node: ast.AugAssign, known: Value, added: Value, here: Here, flow: Flow) -> None:
    """`x += v` for a local name of a container changes the object, wherever it lives."""
    is_longer = isinstance(node.op, ast.Add) and _grows(known, added)
    for path in known.places:
        write(path, Action.GROW if is_longer else Action.UPDATE, added, node.target, here, flow)


def _own_reads(current: Value, node: ast.AugAssign, here: Here, flow: Flow) -> frozenset[Read]:
    """The read that belongs to the operator: it matters to the write only, nobody gets its value."""
    return read(Value(current.places), Use.TEST, node.target, here, flow).reads


def _loaded(target: ast.Name | ast.Attribute | ast.Subscript) -> ast.expr:
    """The target as an expression that is read; flake8's tree stays as it is."""
    match target:
        case ast.Name(id=name):
            return ast.copy_location(ast.Name(name, ast.Load()), target)
        case ast.Attribute(value=base, attr=name):
            return ast.copy_location(ast.Attribute(base, name, ast.Load()), target)
        case ast.Subscript(value=base, slice=index):
            return ast.copy_location(ast.Subscript(base, index, ast.Load()), target)


def _grows(current: Value, added: Value) -> bool:
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


def _return(node: ast.Return, here: Here, flow: Flow) -> None:
    if node.value is not None:
        value = evaluate(node.value, here, flow)
        calls.escape(value, How.REFERENCE, node, here, flow)
        here.frame.results.append(value)
    ending = flow.copy()
    ending.unseen = frozenset(each for each in flow.unseen if each[1][:2] not in here.restores)
    here.frame.endings.append(ending)
    flow.is_dead = True


def _if(node: ast.If, here: Here, flow: Flow) -> None:
    """The branches of one `if` with all its `elif`s; code after a branch that leaves hangs on the tests."""
    ends: list[Flow] = []
    tests: frozenset[Read] = frozenset()
    at, rest = flow, node
    while True:
        if is_for_type_checkers(rest.test):
            execute(rest.orelse, here.upon(tests), at)
            break
        tests |= evaluate(rest.test, here.upon(tests), at, Use.TEST).reads
        other = at.copy()
        narrow(rest.test, here, at, other)
        execute(rest.body, here.upon(tests), at)
        ends.append(at.copy())
        at = other
        if len(rest.orelse) != 1 or not isinstance(rest.orelse[0], ast.If):
            execute(rest.orelse, here.upon(tests), at)
            break
        rest = rest.orelse[0]
    ends.append(at)
    first, *others = (each.copy() for each in ends)
    first.join(*others)
    if any(each.is_dead for each in ends):
        first.guards |= tests
    _become(flow, first)


def _for(node: ast.For | ast.AsyncFor, here: Here, flow: Flow) -> None:
    """Read the body twice; iterating over a place while others run is an access of its own."""
    source = evaluate(node.iter, here, flow, Use.PLACE)
    part = walk_over(source, node, here, flow)
    before = flow.pauses
    for _ in range(_rounds(here)):
        inner = replace(here, loops=here.loops + 1, exits=[])
        skipped = flow.copy()
        if isinstance(node, ast.AsyncFor):
            pause(here, flow)
        bind_step(node.target, node.iter, part, inner, flow)
        execute(node.body, inner, flow)
        flow.join(skipped, *(inner.exits or ()))
    if flow.pauses > before and not isinstance(node, ast.AsyncFor):
        walk_across(source, node, here, flow)
    execute(node.orelse, here, flow)


def _rounds(here: Here) -> int:
    return 2 if here.loops < DEEPEST_LOOP else 1


def _while(node: ast.While, here: Here, flow: Flow) -> None:
    """Read test and body twice; what follows hangs on the test, as after a branch that leaves."""
    test = evaluate(node.test, here, flow, Use.TEST)
    is_endless = isinstance(node.test, ast.Constant) and bool(node.test.value)
    left: list[Flow] = []
    for _ in range(_rounds(here)):
        inner = replace(here, loops=here.loops + 1, exits=[])
        skipped = flow.copy()
        execute(node.body, inner.upon(test.reads), flow)
        if not flow.is_dead:
            test = evaluate(node.test, here, flow, Use.TEST).joined(test)
        left.extend(inner.exits or ())
        flow.join(skipped, *(inner.exits or ()))
    if is_endless:
        flow.is_dead = True
        flow.join(*left)
    flow.guards |= test.reads
    execute(node.orelse, here, flow)


def _with(node: ast.With | ast.AsyncWith, items: Sequence[ast.withitem], here: Here, flow: Flow) -> None:
    """Enter each item in turn, then read the body under the locks that were taken.

    `redirect_stdout` and its like put back what was there: if nobody ran meanwhile, nobody has seen the change.
    """
    if not items:
        execute(node.body, here, flow)
        return
    item, *rest = items
    is_async = isinstance(node, ast.AsyncWith)
    known = flow.unseen
    value = evaluate(item.context_expr, here, flow, Use.PLACE)
    restored = _restored(flow.unseen - known)
    is_lock, stay = lock_held(value, item.context_expr, here)
    if is_async:
        pause(here, flow)
    entered = value if is_lock else _entered(value, item.context_expr, here, flow)
    if item.optional_vars is not None:
        _bind(item.optional_vars, entered, here, flow)
    place = here.frame.site(item.context_expr)[:2]
    paused = here.frame.pauses
    _with(node, rest, replace(here.under(*stay), restores=here.restores | {place}), flow)
    note_stay(stay, item.context_expr, here.frame.pauses > paused and not is_async, here)
    flow.unseen = frozenset(each for each in flow.unseen - restored if each[1][:2] != place)
    if is_async and not is_lock:
        pause(here, flow)


def _restored(written: frozenset[tuple[Path, Site]]) -> frozenset[tuple[Path, Site]]:
    """What a context manager writes twice: what it has set is put back when the block ends."""
    paths = [path for path, _ in written]
    return frozenset(each for each in written if paths.count(each[0]) > 1)


def _entered(value: Value, node: ast.expr, here: Here, flow: Flow) -> Value:
    """What a context manager gives: data of what it was made from."""
    return read(value, Use.ENTER, node, here, flow)


def _try(node: ast.Try, here: Here, flow: Flow) -> None:
    """Handlers start from any point of the body: from before it, or after it with all that happened."""
    start = flow.copy()
    returned = len(here.frame.endings)
    execute(node.body, here, flow)
    broken = start.copy()
    broken.join(flow.copy())
    broken.pauses = max(broken.pauses, flow.pauses)
    broken.stale, broken.fresh = broken.stale | flow.stale, broken.fresh | flow.fresh
    broken.held &= start.held
    ends = [flow.copy()]
    if not flow.is_dead:
        execute(node.orelse, here, ends[0])
    for handler in node.handlers:
        caught = broken.copy()
        if handler.name is not None:
            caught.names[handler.name] = UNKNOWN
        execute(handler.body, here.upon(looked_up(start, broken)), caught)
        ends.append(caught)
    first, *others = ends
    first.join(*others)
    _become(flow, first)
    for ending in here.frame.endings[returned:]:
        execute(node.finalbody, here, ending)
        ending.is_dead = False
    _finally(node, broken, here, flow)


def _finally(node: ast.Try, broken: Flow, here: Here, flow: Flow) -> None:
    """The last block is read also where no way through the statement goes on."""
    if not node.finalbody:
        return
    if flow.is_dead:
        execute(node.finalbody, here, broken)
    else:
        execute(node.finalbody, here, flow)


def _become(flow: Flow, other: Flow) -> None:
    for name, value in vars(other).items():
        setattr(flow, name, value)


def _match(node: ast.Match, here: Here, flow: Flow) -> None:
    """Cases are branches on the subject; names in patterns are parts of it."""
    subject = evaluate(node.subject, here, flow)
    ends: list[Flow] = []
    for case in node.cases:
        branch = flow.copy()
        for each in ast.walk(case.pattern):
            name = getattr(each, "name", None) or getattr(each, "rest", None)
            if isinstance(name, str):
                target = ast.copy_location(ast.Name(name, ast.Store()), each)
                bind_parts(target, subject.content(), here, branch)
        reads = subject.reads
        if case.guard is not None:
            reads |= evaluate(case.guard, here, branch, Use.TEST).reads
        execute(case.body, here.upon(reads), branch)
        ends.append(branch)
    flow.join(*ends)


def _raise(node: ast.Raise | ast.Assert, here: Here, flow: Flow) -> None:
    if isinstance(node, ast.Assert):
        flow.guards |= evaluate(node.test, here, flow, Use.TEST).reads
        return
    if node.exc is not None:
        evaluate(node.exc, here, flow)
    flow.is_dead = True


def _define(node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef, here: Here, flow: Flow) -> None:
    """A definition evaluates its decorators and defaults now; its body is read when it is called.

    A decorator is handed the function: `contexts` judges by its name what that means.
    """
    for each in node.decorator_list:
        evaluate(each, here, flow, Use.PLACE)
    if isinstance(node, ast.ClassDef):
        for inner in node.body:
            if isinstance(inner, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
                _define(inner, here, flow)
    flow.names.pop(node.name, None)
