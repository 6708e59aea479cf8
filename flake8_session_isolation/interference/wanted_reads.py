"""Which reads matter: those of places that the analysed code changes.

A summary keeps the reads of its callees apart.  They are put into the terms of the linted file's functions here, for
the places that these change, and for variables that hold an object which they change.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from flake8_session_isolation.dataflow.charged_reads import ChargedReads
from flake8_session_isolation.dataflow.effects import Summary
from flake8_session_isolation.facts import Action
from flake8_session_isolation.frontend.scopes import Function, Scope
from flake8_session_isolation.interference.shared_objects import Objects
from flake8_session_isolation.linking.captured_variables import held
from flake8_session_isolation.linking.object_types import Sharing
from flake8_session_isolation.linking.places import Kind, Root
from flake8_session_isolation.linking.shapes import Instance, Made

_HOLDING = (Kind.STORAGE, Kind.CACHED)
"""What may hold an object of which only a step further tells the class."""


class WantedReads:
    """Reads that have to be kept beside the effects of some functions."""

    def __init__(self, summaries: Mapping[Function, Summary], objects: Iterable[Objects], sharing: Sharing) -> None:
        """For the summarised functions and the `objects` that serve all sessions."""
        self.sharing = sharing
        self.roots = set(_changed(summaries, list(objects)))
        self.has_objects = any(kind is Kind.OBJECT for kind, _, _ in self.roots)
        self._charged = ChargedReads(self._is_wanted)
        self._known: dict[Root, bool] = {}

    @property
    def cut(self) -> set[str]:
        """The names of functions that are too far from some caller to be attributed to it."""
        return self._charged.cut

    def added_to(self, summary: Summary, with_callees: bool = True) -> Summary:
        """A summary to whose effects the wanted reads of its function and of its callees are added."""
        own = (each for each in summary.reads if self._is_wanted(each.path.root))
        reads = tuple(self._charged.of(summary) if with_callees else own)
        return summary.replaced(effects=(*summary.effects, *reads)) if reads else summary

    def _is_wanted(self, root: Root) -> bool:
        """Whether something changes the place; a default may be changed through an attribute that holds it."""
        known = self._known.get(root)
        if known is None:
            is_written = root.kind is Kind.DEFAULT or root[:3] in self.roots
            known = self._known[root] = is_written or (self.has_objects and self._holds_object(root))
        return known

    def _holds_object(self, root: Root) -> bool:
        """Whether a place may hold an object of the project, or a container of such objects."""
        if root.kind in _HOLDING:
            return True
        scope = self._scope_of(root)
        shapes = held(root.name, scope, self.sharing) if scope is not None else ()
        entries = (each.entry if isinstance(each, Made) else each for each in shapes)
        return any(isinstance(each, Instance) for each in entries)

    def _scope_of(self, root: Root) -> Scope | None:
        """The scope of a module's, a class's or an enclosing function's variable."""
        modules = self.sharing.modules
        match root.kind:
            case Kind.MODULE:
                owner = modules.by_name(root.owner)
            case Kind.CLASS:
                return cls.scope if (cls := modules.class_called(root.owner)) is not None else None
            case Kind.ENCLOSED:
                return outer.scope if (outer := modules.function_called(root.owner)) is not None else None
            case _:
                return None
        return owner.scope if owner is not None else None


def _changed(summaries: Mapping[Function, Summary], objects: list[Objects]) -> Iterable[tuple[Kind, str, str]]:
    """The roots of the places that functions change, both as written and as parts of shared objects."""
    for function, summary in summaries.items():
        for effect in summary.effects:
            if effect.is_write or effect.action in (Action.HOLD, Action.RECEIVE):
                yield effect.path.root[:3]
                for each in objects:
                    yield each.place(effect.path, function).root[:3]
