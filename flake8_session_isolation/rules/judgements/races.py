"""What acts on what others may have changed meanwhile: the judgements behind SIS003."""

from __future__ import annotations

from collections.abc import Iterator

from flake8_session_isolation.dataflow.effects import By, Dependence, Use, is_literal
from flake8_session_isolation.dataflow.lock_sets import protects
from flake8_session_isolation.facts import Action
from flake8_session_isolation.interference.accesses import Access, Meeting, touches
from flake8_session_isolation.linking.places import Kind
from flake8_session_isolation.linking.shapes import Constant, Made
from flake8_session_isolation.slicing.execution_context import Context

SIZE_CHANGES = (Action.GROW, Action.ADD, Action.STORE, Action.DISCARD, Action.TAKE, Action.CLEAR, Action.UPDATE)


def races(access: Access, meeting: Meeting) -> bool:
    """Whether the write acts on what it saw before others had their turn."""
    alone = _Alone(access)
    path = access.effect.path
    if path.root.kind is Kind.STORAGE or path.is_cut or any(step.is_unique for step in path.steps):
        return False
    if _is_inside_an_entry(access) or meeting.is_process_wide or not _meets_somebody(access, meeting):
        return False
    if alone.has_checked_again or _is_one_sessions_own(access) or _is_put_back(access) or _is_a_setting(access):
        return False
    if alone.stores_stale_value or (alone.grows_twice and _is_read_in_order(access, meeting)):
        return True
    if not alone.acts_on_stale_test or alone.rebuilds_what_is_there or _is_element(access) or _is_courtesy(access):
        return False
    if _text(access) is not None:
        return not is_latch(access, meeting)
    return not is_mere_cache(access, meeting) or is_spent(access, meeting)


def _is_put_back(access: Access) -> bool:
    """Whether a method is called again with the setting that it was called with before."""
    return bool(access.effect.via) and access.effect.path in access.effect.value.places


def is_spent(access: Access, meeting: Meeting) -> bool:
    """Whether a token is renewed because of its age: who comes meanwhile renews it, too, and one of both is void.

    Anything else that is fetched again when it is old is a cache.
    """
    effect = access.effect
    if effect.action is not Action.REPLACE or effect.path.root.kind is not Kind.OBJECT or access.writer is None:
        return False
    weighed = {each.effect.site for each in meeting.reads() if each.effect.use is Use.DATA}
    by_age = any(each.by is By.GUARD and each.read.site in weighed for each in effect.depends)
    return by_age and any("token" in each.lower() for each in access.writer.mentions)


def _is_one_sessions_own(access: Access) -> bool:
    """Whether threads store under a session's own key what is not counted up from the old value.

    Only that session's own second request can come between two steps that no pause parts.
    """
    effect = access.effect
    paused = any(each.paused for each in effect.depends)
    return effect.action is Action.STORE and effect.path.is_keyed and not _counts(access) and not paused


def _is_a_setting(access: Access) -> bool:
    """Whether an administrator sets a whole variable: of two who do, the later is meant to be right."""
    return access.standing.is_administrative and access.effect.action is Action.REPLACE and not _counts(access)


def _is_courtesy(access: Access) -> bool:
    """Whether an administrator is told beforehand that there is nothing to remove: of two who do, one fails."""
    removes = access.effect.action in (Action.TAKE, Action.DELETE)
    return access.standing.is_administrative and removes


def _counts(access: Access) -> bool:
    """Whether the written value is a number reckoned from another."""
    return any(isinstance(each, Constant) and not is_literal(each) for each in access.effect.value.shapes)


def _meets_somebody(access: Access, meeting: Meeting) -> bool:
    """Whether sessions run it, or it runs beside sessions that write the place."""
    if access.is_served:
        return not access.is_serial
    beside = Context.BACKGROUND in access.standing.contexts
    return beside and any(
        each.is_served and touches(each, access) and not each.excludes(access) for each in meeting.writes()
    )


def _is_read_in_order(access: Access, meeting: Meeting) -> bool:
    """Whether a list under a key is a conversation, as far as is seen here.

    What another file's function keeps by the way may be records in any order, unless somebody here takes them.
    """
    taken = (each for each in meeting.reads() if each.effect.use in (Use.DATA, Use.RECEIVER))
    return access.effect.path.is_keyed and (access.is_in_this_file or any(touches(each, access) for each in taken))


def _is_inside_an_entry(access: Access) -> bool:
    """Whether it is an attribute of an object kept under a key: a session's own object looks after itself."""
    steps = access.effect.path.steps
    keyed = next((at for at, step in enumerate(steps) if step.is_item), len(steps))
    return any(not step.is_item for step in steps[keyed:])


def _is_element(access: Access) -> bool:
    """Whether the write only enters or removes an element by what it is: doing so twice changes nothing."""
    return access.effect.action in (Action.ADD, Action.DISCARD)


class _Alone:
    """What a write hangs on, sorted by whether others can come between."""

    def __init__(self, access: Access) -> None:
        effect = access.effect
        self.access = access
        self.open = {each for each in effect.depends if self._is_open(each)}
        self.by = {kind: [each for each in effect.depends if each.by is kind] for kind in By}

    def _is_open(self, dependence: Dependence) -> bool:
        effect = self.access.effect
        if any(protects(each, effect.path) for each in dependence.read.locks & effect.locks):
            return False
        takes = effect.action in (Action.TAKE, Action.DELETE)
        return dependence.paused or (self.access.in_threads and not takes)

    def _all_open(self, kind: By) -> bool:
        return bool(self.by[kind]) and all(each in self.open for each in self.by[kind])

    @property
    def has_checked_again(self) -> bool:
        """A test of the place after the last pause, or in the same lock, decides anew."""
        return any(each not in self.open for each in self.by[By.GUARD])

    @property
    def stores_stale_value(self) -> bool:
        """The stored value was computed from an old one; a part of it that is looked up later is old as well."""
        own = [each for each in self.by[By.VALUE] if each.read.path == self.access.effect.path]
        return all(each in self.open for each in own) if own else self._all_open(By.VALUE)

    @property
    def rebuilds_what_is_there(self) -> bool:
        """The stored value is made, in one step, of the elements found there: an old test only told that it is worth
        while."""
        values = self.by[By.VALUE]
        of_elements = any(step.name == "*" for each in values for step in each.read.path.steps)
        return of_elements and not any(each in self.open for each in values)

    @property
    def acts_on_stale_test(self) -> bool:
        """The branch that leads here was taken on an old value."""
        return self._all_open(By.GUARD)

    @property
    def grows_twice(self) -> bool:
        """It grew before the pause, and grows again."""
        return any(each in self.open for each in self.by[By.GROWTH])


def is_latch(access: Access, meeting: Meeting) -> bool:
    """Whether the function sets the place to one constant and leaves it so: a once-flag, not a gate that it opens
    again, nor a place where it leaves a session's own for the next one to take."""
    own = (each for each in meeting.writes() if each.is_in_function_of(access))
    return all(_text(each) == _text(access) or _is_elsewhere(each) for each in own if touches(each, access))


def _is_elsewhere(other: Access) -> bool:
    """Whether a write stands on another way through the function, and leaves nothing of a session there."""
    return not other.effect.is_again and not other.carries_unchanged


def _text(access: Access) -> str | None:
    shapes = access.effect.value.shapes
    only = next(iter(shapes)) if len(shapes) == 1 else None
    return (
        only.text
        if isinstance(only, Constant) and is_literal(only) and access.effect.action in (Action.REPLACE, Action.STORE)
        else None
    )


def is_mere_cache(access: Access, meeting: Meeting) -> bool:
    """Whether a second making is harmless: entries are only looked up, never changed through the place, entered or
    closed."""
    if not _puts_anew(access) or any(each.by is By.VALUE for each in access.effect.depends):
        return False
    return not any(_uses_up(each, access) for each in meeting.accesses)


def _puts_anew(access: Access) -> bool:
    """Whether nothing of what was there before is left: it is replaced, or emptied and filled with no pause between."""
    effect = access.effect
    in_one_step = not access.in_threads and (effect.is_refill or effect.action is Action.CLEAR)
    return in_one_step or effect.action in (Action.REPLACE, Action.STORE)


def _uses_up(other: Access, access: Access) -> bool:
    effect = other.effect
    if not touches(other, access):
        return False
    if not effect.is_write:
        return effect.use is Use.ENTER and len(effect.path.steps) >= len(access.effect.path.steps)
    deeper = len(effect.path.steps) > len(access.effect.path.steps)
    same = len(effect.path.steps) == len(access.effect.path.steps)
    if deeper:
        return not _is_filled_in(other) and not _is_own_bookkeeping(other, access)
    return same and effect.action in (Action.GROW, Action.UPDATE) and not effect.is_refill


def _is_own_bookkeeping(other: Access, access: Access) -> bool:
    """Whether an entry notes, by a method, what is no session's data: a second one does so, too."""
    inside = other.effect.path.steps[len(access.effect.path.steps)]
    return bool(other.effect.via) and not inside.is_item and not other.carries_session_data


def _is_filled_in(access: Access) -> bool:
    """Whether an entry only remembers for itself what it looked for: a second one does so, too."""
    effect = access.effect
    kinds = {each.by for each in effect.depends}
    guarded = By.GUARD in kinds and not kinds & {By.VALUE, By.GROWTH}
    return guarded and _puts_anew(access) and not access.carries_session_data


def disturbed_walks(meeting: Meeting) -> Iterator[Access]:
    """Iterations across a pause over a dict, set or deque that others make longer or shorter meanwhile: it raises then.

    A list does not: a step is skipped at worst, and who sends to a list of listeners can live with it.
    """
    resizing = (each for each in meeting.writes() if each.is_served and each.effect.action in SIZE_CHANGES)
    changes = [each for each in resizing if not each.effect.path.is_cut]
    for walk in meeting.walks():
        runs_once = walk.standing.contexts <= {Context.ONCE, Context.TEST}
        if not runs_once and _raises_when_resized(walk) and any(_resizes(each, walk) for each in changes):
            yield walk


def _raises_when_resized(walk: Access) -> bool:
    kinds = {each.type for each in walk.effect.value.shapes if isinstance(each, Made)}
    known = any(each.startswith(_OF_PYTHON) for each in kinds)
    return known and "builtins.list" not in kinds and not walk.effect.path.is_cut


_OF_PYTHON = ("builtins.", "collections.", "weakref.")
"""Where the containers stand that raise if a loop finds them resized."""


def _resizes(change: Access, walk: Access) -> bool:
    outer, inner = walk.effect.path, change.effect.path
    grows_here = change.effect.action in (Action.GROW, Action.CLEAR, Action.UPDATE)
    size = len(inner.steps) == len(outer.steps) + (not grows_here and inner.steps[len(outer.steps) :] != ())
    is_another = change.effect.action is Action.STORE and inner == outer
    return size and not is_another and touches(change, walk) and not change.excludes(walk)
