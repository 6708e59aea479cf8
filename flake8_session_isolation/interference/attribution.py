"""Writes in other files that the linted file leads to and that the other file reports: each is reported once.

The other file sees what is wrong where the writer serves sessions there, too, or needs no served function, and where
the place is shared according to that file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from flake8_session_isolation.dataflow.access_paths import covers
from flake8_session_isolation.dataflow.effects import By, Effect, literal
from flake8_session_isolation.facts import Action
from flake8_session_isolation.frontend.memoised import memoised
from flake8_session_isolation.frontend.scopes import Class, Function, Module, home
from flake8_session_isolation.linking.call_graph import call_graph_of
from flake8_session_isolation.linking.object_types import Sharing
from flake8_session_isolation.linking.places import REMEMBERED, Kind, Root
from flake8_session_isolation.linking.singletons import shared_by_text
from flake8_session_isolation.slicing.callers_elsewhere import Callers, callers_elsewhere
from flake8_session_isolation.slicing.entry_points import contexts_of
from flake8_session_isolation.slicing.execution_context import Context


class Attribution:
    """Which writes of one meeting are reported for the files that contain them. Asked only about writes that would be
    reported here, since the other file has to be analysed."""

    def __init__(self, effects: Iterable[Effect], sharing: Sharing) -> None:
        """For the effects that meet at one place, as the module of `sharing` sees them."""
        self._effects = tuple(effects)
        self._sharing = sharing
        self._known: dict[tuple[int, bool], tuple[Effect, bool]] = {}

    def __repr__(self) -> str:
        """Short, as it appears in printed accesses."""
        return f"<attribution of {len(self._effects)} effects>"

    def is_elsewhere(self, effect: Effect, in_threads: bool) -> bool:
        """Whether the file that contains a write reports it; here sessions run it in threads, or as tasks."""
        at = id(effect), in_threads  # many effects differ in little, and to compare them takes longer
        if at not in self._known:
            found = effect.is_write and _is_reported_elsewhere(effect, self._effects, self._sharing)
            found = found or (effect.is_write and _is_of_a_third(effect, in_threads, self._sharing))
            self._known[at] = (effect, found)
        return self._known[at][1]


def _is_reported_elsewhere(effect: Effect, others: Iterable[Effect], sharing: Sharing) -> bool:
    """Whether the file that contains a write reports it; `others` are the effects that meet it here."""
    writer = sharing.modules.function_called(effect.site.function) if effect.called_at is not None else None
    if writer is None or not is_of(effect, home(writer.scope), sharing):
        return False
    if _asks(effect, others, home(writer.scope), sharing):
        return True
    if not is_reported_in(effect, home(writer.scope), sharing):
        return False
    if effect.path.root.kind is Kind.STORAGE:
        return False
    if _needs_nobody(effect):
        return True
    if writer.is_coroutine and _makes_entry(effect):
        return any(_changes_entry(each, effect, sharing) for each in others)
    return writer.is_coroutine and _does_harm_alone(effect, writer, others, sharing)


def _is_of_a_third(effect: Effect, in_threads: bool, sharing: Sharing) -> bool:
    """Whether a write to a variable of a third module is reported for the file that contains it: all that it depends on
    is there, and sessions run it there in the same way."""
    writer = sharing.modules.function_called(effect.site.function) if effect.called_at is not None else None
    if writer is None or effect.path.root.kind is not Kind.MODULE or _makes_entry(effect):
        return False
    if home(writer.scope) is sharing.module or is_reported_in(effect, home(writer.scope), sharing):
        return False
    view = sharing.others(home(writer.scope))
    known = view.module.functions_by_name
    if not effect.depends or any(each.read.site.function not in known for each in effect.depends):
        return False
    contexts = contexts_of(view).of(writer).contexts
    return Context.THREADS in contexts if in_threads else any(each.is_served for each in contexts)


def _asks(effect: Effect, others: Iterable[Effect], module: Module, sharing: Sharing) -> bool:
    """Whether the analysis of a module searches the linted file for its callers, and finds there the function that
    makes this write, and one that reads a value which it replaces."""
    called_at = effect.called_at
    if called_at is None or module is sharing.module:
        return False
    for each in callers_elsewhere(sharing.others(module)):
        if each.view.module is sharing.module and each.leads_from(called_at):
            return effect.action is not Action.REPLACE or _finds_a_reader(others, each, module)
    return False


def _finds_a_reader(others: Iterable[Effect], callers: Callers, module: Module) -> bool:
    """Whether the search for a module's callers finds one of the functions that read a place here, if there are any."""
    known = {each.name for each in callers.functions}.union(module.functions_by_name)
    readers = {each.site.function for each in others if not each.is_write}
    return not readers or not readers.isdisjoint(known)


def _needs_nobody(effect: Effect) -> bool:
    """Whether a change is wrong whatever code makes it: in place through an instance, of a context variable's object,
    of a default. An instance's own attribute of a name that the class has is not."""
    root = effect.path.root
    if root.kind is Kind.CLASS and root.by_instance:
        return bool(effect.path.steps) or effect.action is not Action.REPLACE
    return root.kind in (Kind.CONTEXT, *REMEMBERED)


def is_reported_in(effect: Effect, module: Module, sharing: Sharing) -> bool:
    """Whether an effect concerns a place of the module, or is made by the module on an application's storage, which
    belongs to no module."""
    if effect.path.root.kind is Kind.STORAGE:
        return effect.site.function in module.functions_by_name
    return _is_shared_there(effect.path.root, module, sharing)


def is_of(effect: Effect, module: Module, sharing: Sharing) -> bool:
    """Whether an effect concerns a place of the module, whatever file shows that it is shared."""
    cls = sharing.modules.class_called(effect.path.root.owner) if effect.path.root.kind is Kind.OBJECT else None
    return (cls is not None and cls.module is module) or is_reported_in(effect, module, sharing)


def _is_shared_there(root: Root, module: Module, sharing: Sharing) -> bool:
    """Whether the place belongs to the module, and its text shows that it is shared."""
    if root.kind is Kind.OBJECT:
        cls = sharing.modules.class_called(root.owner)
        return cls is not None and cls.module is module and cls in _shared_in(sharing.others(module))
    owner = root.name.rpartition(".")[0] if root.kind is Kind.CONTEXT else root.owner
    return owner == module.prefix[:-1] or owner.startswith(module.prefix)


@memoised
def _shared_in(sharing: Sharing) -> frozenset[Class]:
    """The classes that a followed module shows to be shared by all sessions, computed once for all effects."""
    return frozenset(shared_by_text(sharing.module, sharing))


def _makes_entry(effect: Effect) -> bool:
    """Whether an entry is created where it was missing, which does no harm as long as entries are only looked up."""
    is_guarded = bool(effect.depends) and all(each.by in (By.GUARD, By.CHANGED) for each in effect.depends)
    return effect.action is Action.STORE and is_guarded and not literal(effect.value)


def _changes_entry(other: Effect, made: Effect, sharing: Sharing) -> bool:
    """Whether a function that mentions the table changes an entry; one that only receives an entry does not count."""
    if not other.is_write or other.path == made.path or not covers(made.path, other.path):
        return False
    changer = sharing.modules.function_called(other.site.function)
    return changer is not None and made.path.root.name in changer.mentions


def _does_harm_alone(effect: Effect, writer: Function, others: Iterable[Effect], sharing: Sharing) -> bool:
    """Whether the writer, or a function of its file beside it, reads what it left, or acted on what it had read."""
    reading = {writer.name, *_beside(effect, writer, sharing)}
    if any(each.read.site.function in reading for each in effect.depends):
        return True
    own = (each for each in others if not each.is_write and each.site.function == writer.name)
    return any(effect.action is Action.GROW or effect.site in each.after for each in own)


def _beside(effect: Effect, writer: Function, sharing: Sharing) -> Iterator[str]:
    """The functions that the writer calls, and the coroutines of its file through which it is called here."""
    view = sharing.others(home(writer.scope))
    yield from (each.callee.name for each in call_graph_of(view).of(writer))
    known = view.module.functions_by_name
    yield from (each for each in effect.via if each in known and known[each].is_coroutine)
