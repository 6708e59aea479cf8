"""Effects of sessions that enter in other files on the state of the linted module."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from flake8_session_isolation.dataflow.effects import Summary
from flake8_session_isolation.dataflow.summaries import Summaries
from flake8_session_isolation.facts import Action
from flake8_session_isolation.frontend.scopes import Class, Function, Module
from flake8_session_isolation.interference.accesses import Access
from flake8_session_isolation.interference.attribution import is_of
from flake8_session_isolation.interference.lifetimes import Lifetimes
from flake8_session_isolation.interference.meetings import of_entries
from flake8_session_isolation.interference.shared_objects import Objects
from flake8_session_isolation.linking.object_types import Sharing
from flake8_session_isolation.linking.places import Kind
from flake8_session_isolation.slicing.bounds import Bounds
from flake8_session_isolation.slicing.callers_elsewhere import Callers
from flake8_session_isolation.slicing.entry_points import contexts_of
from flake8_session_isolation.slicing.execution_context import Context, Standing
from flake8_session_isolation.slicing.shared_classes import shared_classes_of, tracked_owners


class CallersSummaries:
    """The summarised functions of one file that lead into the linted module."""

    def __init__(self, callers: Callers, summaries: Summaries) -> None:
        """For the callers in that file, summarised as when that file is linted."""
        self.callers = callers
        self.objects = Objects(callers.view, shared_classes_of(callers.view) | _shared_owners(callers))
        tracked, start = tracked_owners(callers.view), callers.view.module.initialiser
        self.known: dict[Function, Summary] = {
            each: summaries.of(summaries.node(each, callers.bounds, each is not start and each.owner in tracked))
            for each in callers.functions
        }
        far = Bounds(max(callers.bounds.hops - 1, 0), callers.bounds.largest)
        self.known.update({each: summaries.of(summaries.node(each, far, True)) for each in callers.handed})

    def entered(self, known: Mapping[Function, Summary]) -> list[Access]:
        """The accesses of that file's sessions; `known` are its summaries with the wanted reads."""
        lifetimes = Lifetimes(self.callers.view, contexts_of(self.callers.view))
        return [each for each in of_entries(dict(known), lifetimes, self.objects) if each.standing.is_entry]

    def accesses(
        self, entered: Iterable[Access], changed: Collection[tuple[object, ...]], sharing: Sharing
    ) -> Iterator[Access]:
        """Those of its accesses that concern the state of the module of `sharing`, or what is `changed` there of other
        modules, as that module sees them."""
        for access in entered:
            if self._concerns(access, changed, sharing):
                seen = self._seen_from(access, sharing.module)
                if seen is not None:
                    yield seen

    def _concerns(self, access: Access, changed: Collection[tuple[object, ...]], sharing: Sharing) -> bool:
        """Whether an access may concern the state that the file was asked about, or what is `changed` there. In that of
        a third module, whose variables may hold objects of any class, it only matters what sessions read, or what they
        change where the linted module walks over it."""
        third, effect = self.callers.home, access.effect
        if third is None:
            return is_of(effect, sharing.module, sharing) or effect.path.root[:3] in changed
        if self.callers.resizes:
            return access.is_served and effect.is_write and is_of(effect, third, sharing)
        is_read = access.is_served and not effect.is_write
        return is_read and (effect.path.root.kind is Kind.OBJECT or is_of(effect, third, sharing))

    def _seen_from(self, access: Access, module: Module) -> Access | None:
        """The access as the linted module sees it: it is reported here if it is in this module, else it only meets
        others."""
        effect, own = access.effect, module.functions_by_name
        if effect.action is not Action.READ and not effect.is_write:
            return None
        called_at = effect.called_at
        if effect.site.function in own and called_at is not None and self._leads(access):
            calls = tuple(each for each in effect.calls_at if each.function in own)
            here = effect.replaced(called_at=None, calls_at=calls)
            return access._replace(effect=here, module=module, writer=own[effect.site.function])
        there = effect.replaced(called_at=called_at or effect.site)
        is_beside = self.callers.home is not None
        return access._replace(effect=there, module=module, writer=None, is_of_a_caller=True, is_beside=is_beside)

    def _leads(self, access: Access) -> bool:
        called_at = access.effect.called_at
        return called_at is not None and self.callers.leads_from(called_at)


def where_sessions_enter(callers: Callers) -> Callers:
    """The callers in a file that sessions or background tasks enter. Accesses of other callers are never reported and
    never harm a session; they can only show that a finding is a false alarm."""
    contexts = contexts_of(callers.view)
    return callers._replace(functions=tuple(each for each in callers.functions if _is_entered(contexts.of(each))))


def _is_entered(standing: Standing) -> bool:
    return standing.is_entry and (standing.is_served or Context.BACKGROUND in standing.contexts)


def _shared_owners(callers: Callers) -> frozenset[Class]:
    """The shared classes of other modules whose methods a file gives to a library, or runs in threads."""
    owners = (each.owner for each in callers.handed if each.owner is not None)
    return frozenset(each for each in owners if each in shared_classes_of(callers.view.seen_from(each.scope)))


def accesses_elsewhere(
    summarised: Iterable[CallersSummaries], known: Mapping[Function, Summary], sharing: Sharing
) -> list[Access]:
    """The accesses that sessions of several files make to the state of the linted module, or to what it changes."""
    entered = [(each, each.entered({function: known[function] for function in each.known})) for each in summarised]
    own = sharing.module.functions_by_name
    effects = (each.effect for _, accesses in entered for each in accesses)
    changed = {each.path.root[:3] for each in effects if each.is_write and each.site.function in own}
    return [seen for each, accesses in entered for seen in each.accesses(accesses, changed, sharing)]
