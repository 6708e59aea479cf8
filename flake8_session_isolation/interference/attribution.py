"""Which file reports a write: the one that contains it, if its own analysis sees what is wrong.

Else the write is reported at the call that leads to it: the file of the write may not know that the place is shared, or
who calls it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from flake8_session_isolation.dataflow.effects import Effect
from flake8_session_isolation.dataflow.summaries import summaries_of
from flake8_session_isolation.facts import Action
from flake8_session_isolation.frontend.memoised import memoised
from flake8_session_isolation.frontend.quick_look import text_is_worth_reading
from flake8_session_isolation.frontend.scopes import Class, Function, Module, home
from flake8_session_isolation.linking.call_graph import call_graph_of
from flake8_session_isolation.linking.object_types import Sharing
from flake8_session_isolation.linking.places import REMEMBERED, Kind, Root
from flake8_session_isolation.linking.shapes import Instance, Shape
from flake8_session_isolation.slicing.bounds import AT_HOME
from flake8_session_isolation.slicing.callers_elsewhere import Callers, callers_elsewhere
from flake8_session_isolation.slicing.entry_points import contexts_of
from flake8_session_isolation.slicing.module_state import state_of
from flake8_session_isolation.slicing.readers_beside import asked_elsewhere
from flake8_session_isolation.slicing.shared_classes import shared_classes_of
from flake8_session_isolation.slicing.walks_abroad import walked_abroad


class Attribution:
    """Which writes of one meeting are reported for the files that contain them. Asked only about writes that would be
    reported here, since the other file has to be analysed."""

    def __init__(self, effects: Iterable[Effect], sharing: Sharing) -> None:
        """For the effects that meet at one place, as the module of `sharing` sees them."""
        self._effects = tuple(effects)
        self._sharing = sharing
        self._known: dict[int, tuple[Effect, bool]] = {}

    def __repr__(self) -> str:
        """Short, as it appears in printed accesses."""
        return f"<attribution of {len(self._effects)} effects>"

    def is_elsewhere(self, effect: Effect) -> bool:
        """Whether the file that contains a write, or a loop over a container, reports it."""
        at = id(effect)  # many effects differ in little, and to compare them takes longer
        if at not in self._known:
            self._known[at] = (effect, self._is_reported_there(effect))
        return self._known[at][1]

    def _is_reported_there(self, effect: Effect) -> bool:
        if effect.action is Action.ITERATE:
            return _is_walked_there(effect, self._sharing)
        return effect.is_write and _is_reported_there(effect, self._effects, self._sharing)


def _file_of(effect: Effect, sharing: Sharing) -> tuple[Function, Sharing] | None:
    """The function with an effect that a call of the linted file leads to, and the view of its module; None if that is
    the linted one, or if flake8 does not analyse its file."""
    function = sharing.modules.function_called(effect.site.function) if effect.called_at is not None else None
    if function is None or home(function.scope) is sharing.module:
        return None
    there = sharing.others(home(function.scope))
    return (function, there) if _is_read(there) else None


def _is_walked_there(effect: Effect, sharing: Sharing) -> bool:
    """Whether the file that contains a loop over another file's container finds who resizes that."""
    found = _file_of(effect, sharing)
    if found is None:
        return False
    walker, there = found
    return walker in walked_abroad(there) and any(each.resizes for each in asked_elsewhere(there))


def _is_reported_there(effect: Effect, others: Iterable[Effect], sharing: Sharing) -> bool:
    """Whether the file that contains a write reports it; `others` are the effects that meet it here. Its analysis must
    find sessions that make the write, and the functions whose reads show what is wrong."""
    called_at, found = effect.called_at, _file_of(effect, sharing)
    if called_at is None or found is None:
        return False
    writer, there = found
    if _needs_no_session(effect):
        return True
    asked = asked_elsewhere(there)
    if _is_shared_here(effect.path.root, sharing) or _is_given(effect, writer, there):
        callers = [each for each in asked if each.view.module is sharing.module and each.leads_from(called_at)]
    else:
        callers = [*_callers_of(writer, there)]
        if contexts_of(there).of(writer).is_served:
            if _does_harm_alone(effect, writer, others, there):
                return True
            callers += [each for each in asked if any(called_at.function == one.name for one in each.functions)]
    return bool(callers) and _sees_the_harm(effect, others, asked, there.module)


def _is_given(effect: Effect, writer: Function, view: Sharing) -> bool:
    """Whether the writer changes an object that it is given, so that only its callers know what that is."""
    summaries = summaries_of(view.program)
    alone = summaries.of(summaries.node(writer, AT_HOME, True))
    given = (each.path.root for each in alone.effects if each.site == effect.site)
    return any(each.kind is Kind.PARAMETER and each.name != writer.receiver for each in given)


def _does_harm_alone(effect: Effect, writer: Function, others: Iterable[Effect], view: Sharing) -> bool:
    """Whether a write does harm without functions of the linted file, if sessions run the writer in its own file: the
    write depends on a read in the writer or a callee, or the writer also reads the place. A change to process state
    always does harm."""
    if effect.path.root.kind is Kind.IMPORTED:
        return True
    known = view.module.functions_by_name
    if any(each.read.site.function not in known for each in effect.depends):
        return False
    reading = {writer.name, *(each.callee.name for each in call_graph_of(view).of(writer))}
    reading.update(each for each in effect.via if each in known and known[each].is_coroutine)
    if any(each.read.site.function in reading for each in effect.depends):
        return True
    own = (each for each in others if not each.is_write and each.site.function == writer.name)
    return any(effect.action is Action.GROW or effect.site in each.after for each in own)


def _needs_no_session(effect: Effect) -> bool:
    """Whether a change is wrong even if no session makes it: a change in place to a class attribute through an
    instance, to the object in a context variable, or to a default. Assigning an attribute of the instance is not wrong,
    even if the class has one of the same name."""
    root = effect.path.root
    if root.kind is Kind.CLASS and root.by_instance:
        return bool(effect.path.steps) or effect.action is not Action.REPLACE
    return root.kind in (Kind.CONTEXT, *REMEMBERED)


def _callers_of(writer: Function, view: Sharing) -> Iterator[Callers]:
    """By file the served functions that the analysis of the writer's file finds to lead to it."""
    yield from callers_elsewhere(view) if writer in state_of(view).functions else ()


@memoised
def _is_read(view: Sharing) -> bool:
    """Whether flake8 analyses the file of a module at all."""
    return text_is_worth_reading(view.module.text, view.module.path, view.modules.project.roots)


def _is_shared_here(root: Root, sharing: Sharing) -> bool:
    """Whether a place belongs to the linted file, or to an object that it shares."""
    if is_of_module(root, sharing.module):
        return True
    cls = sharing.modules.class_called(root.owner) if root.kind is Kind.OBJECT else None
    return cls is not None and cls in _shared_by(sharing)


@memoised
def _shared_by(sharing: Sharing) -> frozenset[Class]:
    """The classes, with their bases, of the objects that a file shares: those that it shows to have one instance, and
    what its own variables and the application's storage hold."""
    scope = sharing.module.scope
    held = (sharing.variable(name, scope) for name in scope.bindings.keys() - scope.imports.keys())
    shapes = frozenset[Shape]().union(*held, *sharing.provisions.stored.values())
    kept = (each.of for each in shapes if isinstance(each, Instance))
    return frozenset(base for cls in (*shared_classes_of(sharing), *kept) for base in cls.lineage())


def _sees_the_harm(effect: Effect, others: Iterable[Effect], callers: Iterable[Callers], module: Module) -> bool:
    """Whether a module and the callers that it finds contain the reads on which a write depends, and a function that
    reads the place, if there is one."""
    known = {each.name for found in callers for each in found.functions}.union(module.functions_by_name)
    if any(each.read.site.function not in known for each in effect.depends):
        return False
    reads = [each for each in others if not each.is_write]
    # What a function of these reads through a call is known with it.
    return not reads or any(known.intersection(_functions_of(each)) for each in reads)


def _functions_of(read: Effect) -> Iterator[str]:
    yield read.site.function
    if read.called_at is not None:
        yield read.called_at.function


def is_of(effect: Effect, module: Module, sharing: Sharing) -> bool:
    """Whether an effect concerns a place of the module, whatever file shows that it is shared, or is made by the module
    on an application's storage, which belongs to no module."""
    root = effect.path.root
    if root.kind is Kind.STORAGE:
        return effect.site.function in module.functions_by_name
    cls = sharing.modules.class_called(root.owner) if root.kind is Kind.OBJECT else None
    return cls.module is module if cls is not None else is_of_module(root, module)


def is_of_module(root: Root, module: Module) -> bool:
    """Whether a variable is one of a module, or of a class or function in it."""
    owner = root.name.rpartition(".")[0] if root.kind is Kind.CONTEXT else root.owner
    return owner == module.prefix[:-1] or owner.startswith(module.prefix)
