"""The turns of two sessions that lead to the harm of a finding, derived from the accesses of its meeting."""

from __future__ import annotations

from collections.abc import Iterator

from flake8_session_isolation.dataflow.effects import By, Dependence
from flake8_session_isolation.dataflow.lock_sets import LockSet
from flake8_session_isolation.dataflow.values import CONTEXT, RECEIVER
from flake8_session_isolation.facts import Action
from flake8_session_isolation.frontend.scopes import Function
from flake8_session_isolation.frontend.sets import in_order
from flake8_session_isolation.interference.accesses import Access
from flake8_session_isolation.linking.modules import displayed
from flake8_session_isolation.linking.object_types import Sharing
from flake8_session_isolation.linking.places import Kind, Site
from flake8_session_isolation.rules.explanation.claims import Claim
from flake8_session_isolation.rules.explanation.lines import Lines
from flake8_session_isolation.rules.explanation.pauses import Pauses
from flake8_session_isolation.rules.explanation.readers_of import reader_of
from flake8_session_isolation.rules.explanation.story import Step
from flake8_session_isolation.rules.judgements.dependences import is_open
from flake8_session_isolation.rules.judgements.kept_state import is_coroutine
from flake8_session_isolation.rules.judgements.lock_protection import lock_conflicts
from flake8_session_isolation.rules.judgements.walks import resizes, resizing

A, B = "A", "B"


def turns_of(claim: Claim, sharing: Sharing) -> tuple[Step, ...]:
    """The steps of two sessions until the harm is done."""
    return tuple(_Turns(claim, sharing).steps())


class _Turns:
    """Derives the turns of one claim."""

    def __init__(self, claim: Claim, sharing: Sharing) -> None:
        self.access, self.meeting, self.is_race = claim.access, claim.meeting, claim.is_race
        self.sharing = sharing
        self.lines, self.pauses = Lines(sharing), Pauses(sharing)
        self.place = self._name(str(self.access.effect.path))
        self.shown: set[tuple[str, Site]] = set()

    def steps(self) -> Iterator[Step]:
        """The steps for the kind of harm."""
        effect = self.access.effect
        if effect.action is Action.HOLD:
            return self._blocked()
        if effect.is_left_in_cache:
            return self._cached()
        if self.is_race:
            return self._raced()
        reader = reader_of(self.access, self.meeting)
        if reader is not None and self._is_lost(reader):
            return self._overwritten(reader)
        return self._left(reader)

    def _is_lost(self, reader: Access) -> bool:
        """Whether the same call reads again what it has replaced, after others ran."""
        is_own = reader.entry is self.access.entry and self.access.effect.site in reader.effect.after
        return is_own and self.access.effect.replaces

    def _left(self, reader: Access | None) -> Iterator[Step]:
        """A's data remains, and B gets it."""
        yield from self._entered(A, self.access)
        yield from self._done(A, self.access)
        yield self._let_others_run(self.access)
        last = reader or self.access
        yield self._enters(B, last, self.access.entry)
        if last.entry is self.access.entry and self.access.effect.site in last.effect.after:
            yield from self._done(B, self.access, ", too")
        if last is self.access:
            yield self._step(B, last, f"{last.verb} the same {self._kind()}, which contains A's data")
        else:
            yield from self._done(B, last, f": it gets what A left there{self._replied(last)}")

    def _overwritten(self, reader: Access) -> Iterator[Step]:
        """A stores, waits, and finds B's value in place of its own."""
        yield from self._entered(A, self.access)
        yield from self._done(A, self.access)
        yield self._let_others_run(self.access, reader)
        yield self._enters(B, self.access, self.access.entry)
        yield self._step(B, self.access, f"{self.access.verb} {self.place!r}: A's value is lost")
        yield from self._done(A, reader, f": it gets B's value{self._replied(reader)}")

    def _cached(self) -> Iterator[Step]:
        """A's result is kept and given to B."""
        what = f"'{self._name(self.access.writer.name)}'" if self.access.writer else self.place
        yield Step(A, f"calls {what}; the result is kept in the cache", self.lines.at(self.access.effect.site))
        yield Step(A, "is served; the cache keeps its result")
        again = "the same coroutine, which cannot be awaited again" if is_coroutine(self.access) else "A's result"
        yield Step(B, f"calls {what} with the same arguments: it gets {again}", self.lines.at(self.access.effect.site))

    def _blocked(self) -> Iterator[Step]:
        """A waits while it holds a thread lock, or B takes another lock than A."""
        lock = self._name(str(self.access.effect.path))
        yield from self._entered(A, self.access)
        yield self._step(A, self.access, f"takes {lock!r}")
        flaw = next((each.flaw for each in self.access.effect.locks if each.flaw is not None), None)
        yield self._let_others_run(self.access)
        yield self._enters(B, self.access, self.access.entry)
        note = f": {flaw.value}, so that B does not wait for A" if flaw else ": the whole event loop stops, A with it"
        yield self._step(B, self.access, f"asks for {lock!r}{note}")

    def _raced(self) -> Iterator[Step]:
        """A acts on what B has changed since A's read."""
        if self.access.effect.action is Action.ITERATE:
            return self._resized()
        conflict = next((each for each in lock_conflicts(self.meeting) if each.access is self.access), None)
        looked = next(iter(self._looks()), None)
        if looked is None or (conflict is not None and not is_open(looked, self.access)):
            other = conflict.other if conflict is not None else self.access
            return self._under_other_lock(other)
        return self._late(looked)

    def _looks(self) -> list[Dependence]:
        """The read on which the write depends and after which others may change the place; of several the first."""
        depends = in_order(self.access.effect.depends)
        every = sorted(depends, key=lambda each: (not is_open(each, self.access), each.read.site))
        known = [each for each in every if each.by in _LOOKS]
        return [each for each in known if each.by is not By.COMPANION] or known

    def _late(self, looked: Dependence) -> Iterator[Step]:
        read, verb = looked.read, _LOOKS[looked.by]
        place = self._name(str(read.path))
        yield from self._entered(A, self.access)
        yield self._at(A, read.site, f"{verb} {place!r}", read.locks)
        yield self._pause(self._pause_between(read.site, self.access), "waits: other sessions run")
        yield self._enters(B, self.access, self.access.entry)
        yield self._at(B, read.site, f"{verb} {place!r}, too", read.locks)
        yield self._step(B, self.access, f"{self.access.verb} {self.place!r}")
        yield self._step(A, self.access, f"{self.access.verb} {self.place!r}: {_ENDS[looked.by]}")

    def _under_other_lock(self, other: Access) -> Iterator[Step]:
        yield from self._entered(A, other)
        yield self._step(A, other, f"{other.verb} {self.place!r}")
        yield self._let_others_run(other)
        yield self._enters(B, self.access, other.entry)
        yield self._step(B, self.access, f"{self.access.verb} {self.place!r} without waiting for A: one change is lost")

    def _resized(self) -> Iterator[Step]:
        change = next((each for each in resizing(self.meeting) if resizes(each, self.access)), None)
        yield from self._entered(A, self.access)
        yield self._step(A, self.access, f"iterates over {self.place!r}")
        yield self._let_others_run(self.access)
        if change is not None:
            yield self._enters(B, change, self.access.entry)
            yield self._step(B, change, f"{change.verb} {self._name(str(change.effect.path))!r}")
        yield self._step(A, self.access, "continues the loop, which raises because the size has changed")

    def _entered(self, session: str, access: Access) -> Iterator[Step]:
        """A session enters, and its data comes in."""
        yield self._enters(session, access, None)

    def _enters(self, session: str, access: Access, before: Function | None) -> Step:
        """A session enters through a function; the reason why it is a handler is given once."""
        entry = access.entry
        name = self._name(entry.name)
        if entry.name.endswith("<module>"):
            return Step(session, "runs the script", None, why=self._name(str(access.standing)))
        too, why = (", too", "") if entry is before else ("", self._name(str(access.standing)))
        data = self._data_of(access) if access.effect.is_write or session == B else ""
        data = f",{data}" if too and data else data
        return Step(session, f"enters through {name!r}{too}{data}", self.lines.of_function(entry), why=why)

    def _data_of(self, access: Access) -> str:
        """The parameters through which a session's data comes in."""
        origins = {each for each in access.effect.value.origins if each.parameter != RECEIVER}
        if CONTEXT in origins:
            return " with the data of its request"
        names = [each for each in access.entry.parameters if each in {origin.parameter for origin in origins}]
        return f" with its own {' and '.join(map(repr, names))}" if names else ""

    def _done(self, session: str, access: Access, effect: str = "") -> Iterator[Step]:
        """What a session does to the place, with the calls that lead to it."""
        for site, callee in zip(access.effect.calls_at, access.effect.via):
            if (session, site) not in self.shown:
                self.shown.add((session, site))
                yield self._at(session, site, f"calls {self._name(callee)!r}", None)
        path = self._name(str(access.effect.path))
        yield self._step(session, access, f"{access.verb} {path!r}{effect}")

    def _step(self, session: str, access: Access, what: str) -> Step:
        return self._at(session, access.effect.site, what, access.effect.locks)

    def _at(self, session: str, site: Site, what: str, locks: LockSet | None) -> Step:
        return Step(session, what, self.lines.at(site), self._held(locks) if locks is not None else "")

    def _held(self, locks: LockSet) -> str:
        """The locks that are held, with what is wrong with them."""
        flaws = {str(each.path): f" ({each.flaw.value})" if each.flaw is not None else "" for each in locks}
        named = [f"{path!r}{flaws[path]}" for path in sorted(flaws)]
        return self._name(f"holds {', '.join(named)}" if named else "no lock")

    def _let_others_run(self, access: Access, reader: Access | None = None) -> Step:
        """A waits or, if it does not, ends."""
        if access.in_threads:
            return Step(A, "runs in a thread: another thread runs now")
        found = self._pause_between(access.effect.site, access, reader)
        if found is None or access.is_serial:
            return Step(A, f"ends; {self.place!r} stays as it is")
        return self._pause(found, "waits: other sessions run")

    def _pause(self, site: Site | None, what: str) -> Step:
        if self.access.in_threads:
            return Step(A, "runs in a thread: another thread runs now")
        return Step(A, what, self.lines.at(site) if site is not None else None)

    def _pause_between(self, start: Site, access: Access, end: Access | None = None) -> Site | None:
        """The pause after a site, in its function or in one of its callers."""
        is_read = start != access.effect.site or access.effect.action in (Action.READ, Action.ITERATE)
        last = end.effect.site if end is not None else access.effect.site if start != access.effect.site else None
        for site, callee in ((start, False), *((each, True) for each in reversed(access.effect.calls_at))):
            function = self._function(site)
            if function is not None:
                until = last if last is not None and last.function == site.function else None
                found = self.pauses.after(function, site, is_read or callee, until)
                if found is not None:
                    return found
        return None

    def _function(self, site: Site) -> Function | None:
        named = self.sharing.modules.function_called(site.function)
        return named or self.sharing.module.functions_by_name.get(site.function)

    def _kind(self) -> str:
        return "object" if self.access.effect.path.root.kind in (Kind.CACHED, Kind.DEFAULT) else repr(self.place)

    def _replied(self, reader: Access) -> str:
        return ", and it goes into the reply" if reader.is_replied else ""

    def _name(self, text: str) -> str:
        return displayed(text, self.sharing.module)


_LOOKS = {
    By.VALUE: "reads",
    By.GUARD: "tests",
    By.COMPANION: "tests",
    By.GROWTH: "changes",
    By.REPLY: "sends to",
}
_ENDS = {
    By.VALUE: "computed from the old value, so that B's change is lost",
    By.GUARD: "the test is out of date, and the change is made twice",
    By.COMPANION: "the test is out of date, and the change is made twice",
    By.GROWTH: "B's change stands between its own two",
    By.REPLY: "it may receive the reply to B's request",
}
