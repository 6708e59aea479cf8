"""Reads of callees, translated into the caller's terms when a rule needs the readers of a place.

Most places that a program reads are never written; so a call only keeps what is needed to tell later what its callee
reads: the translation, and what was true at the moment of the call.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from flake8_session_isolation.dataflow.effect_sets import EffectSet
from flake8_session_isolation.dataflow.effects import Charge, Effect, Summary
from flake8_session_isolation.dataflow.recording import as_noted
from flake8_session_isolation.dataflow.state import Flow
from flake8_session_isolation.dataflow.translation import Translation
from flake8_session_isolation.linking.places import Root

LONGEST_CHAIN = 6
"""Functions between a handler and the access it is charged with."""


class ChargedCall:
    """One call: the callee's summary, how it is translated, and the state in which it is called."""

    __slots__ = ("flow", "summary", "translation")

    def __init__(self, summary: Summary, translation: Translation, flow: Flow) -> None:
        """`flow` is not changed afterwards."""
        self.summary = summary
        self.translation = translation
        self.flow = flow

    def charged(self, effect: Effect) -> Iterator[Effect]:
        """A read of the callee in the caller's terms."""
        for moved in self.translation.effects(effect):
            yield as_noted(moved, self.flow)


class ChargedReads:
    """The reads of wanted places by functions, taken from their summaries."""

    def __init__(self, is_wanted: Callable[[Root], bool]) -> None:
        """For the places whose root `is_wanted`."""
        self.is_wanted = is_wanted
        self.cut: set[str] = set()
        self._known: dict[int, EffectSet] = {}

    def of(self, summary: Summary) -> EffectSet:
        """The reads of a function and of all its callees, in its own terms."""
        for each in self._callees_first(summary) if id(summary) not in self._known else ():
            self._gather(each)
        return self._known[id(summary)]

    def _callees_first(self, summary: Summary) -> Iterator[Summary]:
        """A summary and those of its callees whose reads are not known yet; done in a loop, because chains of calls may
        be long."""
        entered = {id(summary)}
        way = [(summary, iter(summary.charges))]
        while way:
            at, charges = way[-1]
            each = next(charges, None)
            if each is None:
                way.pop()
                yield at
            elif id(each.summary) not in self._known and id(each.summary) not in entered:
                entered.add(id(each.summary))
                way.append((each.summary, iter(each.summary.charges)))

    def _gather(self, summary: Summary) -> None:
        known = self._known[id(summary)] = EffectSet()
        for each in summary.reads:
            if self.is_wanted(each.path.root):
                known.add(each)
        for charge in summary.charges:
            self._charge(charge, known)

    def _charge(self, charge: Charge, into: EffectSet) -> None:
        for effect in list(self._known.get(id(charge.summary), ())):
            if len(effect.via) + 1 >= LONGEST_CHAIN:
                self.cut.add(charge.summary.function.name)
            elif into.has_room_for(effect) and not into.has_enough(effect):
                for each in charge.charged(effect):
                    into.add(each)
