"""Which file reports a write: the one that contains it.

A write to an object that the linted file shares is reported at the call that leads to it, if the file of the write does
not know that the object is shared, or does not find who calls it.
"""

from __future__ import annotations

from collections.abc import Iterable

from flake8_session_isolation.dataflow.effects import Effect
from flake8_session_isolation.facts import Action
from flake8_session_isolation.frontend.memoised import memoised
from flake8_session_isolation.frontend.scopes import Class, Module, home
from flake8_session_isolation.linking.object_types import Sharing
from flake8_session_isolation.linking.places import Kind, Root
from flake8_session_isolation.linking.shapes import Instance, Shape
from flake8_session_isolation.slicing.callers_elsewhere import Callers, callers_elsewhere
from flake8_session_isolation.slicing.shared_classes import shared_classes_of


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
        """Whether an access in another file is reported there, and not at the call that leads to it."""
        if effect.called_at is None:
            return False
        at = id(effect)  # many effects differ in little, and to compare them takes longer
        if at not in self._known:
            is_ours = _is_shared_here(effect.path.root, self._sharing) and effect.is_write
            self._known[at] = (effect, not is_ours or _asks(effect, self._effects, self._sharing))
        return self._known[at][1]


def _is_shared_here(root: Root, sharing: Sharing) -> bool:
    """Whether a place is an attribute of an object that the linted file shares."""
    cls = sharing.modules.class_called(root.owner) if root.kind is Kind.OBJECT else None
    return cls is not None and cls in _shared_by(sharing)


@memoised
def _shared_by(sharing: Sharing) -> frozenset[Class]:
    """The classes, with their bases, of the objects that a file shares: those that it shows to have one instance, and
    what its variables and the application's storage hold."""
    scope = sharing.module.scope
    held = (sharing.variable(name, scope) for name in scope.bindings)
    shapes = frozenset[Shape]().union(*held, *sharing.provisions.stored.values())
    kept = (each.of for each in shapes if isinstance(each, Instance))
    return frozenset(base for cls in (*shared_classes_of(sharing), *kept) for base in cls.lineage())


def _asks(effect: Effect, others: Iterable[Effect], sharing: Sharing) -> bool:
    """Whether the analysis of the file that contains a write searches the linted file for its callers, and finds there
    the function that leads to this write, and one that reads a value which it replaces."""
    called_at = effect.called_at
    writer = sharing.modules.function_called(effect.site.function)
    if called_at is None or writer is None or not is_of(effect, home(writer.scope), sharing):
        return False
    module = home(writer.scope)
    for each in callers_elsewhere(sharing.others(module)) if module is not sharing.module else ():
        if each.view.module is sharing.module and each.leads_from(called_at):
            return effect.action is not Action.REPLACE or _finds_a_reader(others, each, module)
    return False


def _finds_a_reader(others: Iterable[Effect], callers: Callers, module: Module) -> bool:
    """Whether the search for a module's callers finds one of the functions that read a place here, if there are any."""
    known = {each.name for each in callers.functions}.union(module.functions_by_name)
    readers = {each.site.function for each in others if not each.is_write}
    return not readers or not readers.isdisjoint(known)


def is_of(effect: Effect, module: Module, sharing: Sharing) -> bool:
    """Whether an effect concerns a place of the module, whatever file shows that it is shared; what functions of the
    module do to an application's storage, or to the state of a third module, counts."""
    root = effect.path.root
    if root.kind is Kind.STORAGE:
        return effect.site.function in module.functions_by_name
    cls = sharing.modules.class_called(root.owner) if root.kind is Kind.OBJECT else None
    if cls is not None:
        return cls.module is module
    owner = root.name.rpartition(".")[0] if root.kind is Kind.CONTEXT else root.owner
    return owner == module.prefix[:-1] or owner.startswith(module.prefix)
