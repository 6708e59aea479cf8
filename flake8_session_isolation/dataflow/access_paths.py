"""Access paths: a root, which may outlive a session, and the steps below it.

`store.history[session_id]` is the module variable `store`, its attribute `history`, and the item under a key.
Any key on the way that tells sessions apart keeps them apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from typing import NamedTuple

from flake8_session_isolation.linking.places import Root, is_same_root

DEEPEST = 4
"""Steps kept below a root; what lies deeper is represented by its container."""


CALLED_AT = "@"
"""Parts a callee's spelling of a key from the place of the call."""


class Step(NamedTuple):
    """One step of a path: an attribute, or the item under a key. `separates` says that the key differs between
    sessions, `is_unique` that it differs between calls, `is_thread` that it identifies the running thread; `parameter`
    is the parameter that serves as key, whose meaning callers know. A step that `is_cut` stands for further steps,
    which are not kept."""

    name: str
    is_item: bool = False
    separates: bool = False
    parameter: str | None = None
    is_unique: bool = False
    is_cut: bool = False
    is_thread: bool = False

    def __str__(self) -> str:
        """As in the source; a key that is part of the function's own object or of its context is shown as `key`."""
        if not self.is_item:
            return f".{self.name}"
        return "[key]" if self.name.startswith("<") else f"[{self.name.partition(CALLED_AT)[0]}]"


OF_THREAD = Step("<thread>", True, True, is_unique=True, is_thread=True)
"""The step under the identifier of the running thread."""
_OF_ONE_THREAD = Step("<thread>", True)
"""The same for functions that all run on one thread."""


class Path(NamedTuple):
    """A place in memory, as an access path: a root and steps."""

    root: Root
    steps: tuple[Step, ...] = ()

    def __str__(self) -> str:
        """As the user would write it."""
        return f"{self.root}{''.join(map(str, self.steps))}"

    def then(self, step: Step) -> Path:
        """The path with one more step; beyond `DEEPEST` it stays at its container, and only keys are noted."""
        if len(self.steps) < DEEPEST:
            return Path(self.root, (*self.steps, step))
        last = self.steps[-1]
        if last.is_item and step.separates and not self.is_keyed:
            last = last._replace(separates=True, parameter=step.parameter)
        return Path(self.root, (*self.steps[:-1], last._replace(is_cut=True)))

    def along(self, steps: Sequence[Step]) -> Path:
        """The path with further steps."""
        if len(self.steps) + len(steps) <= DEEPEST:
            return Path(self.root, (*self.steps, *steps)) if steps else self
        return reduce(Path.then, steps, self)

    @property
    def variable(self) -> Path:
        """The variable, or the attribute of its object: everything before the first item."""
        first = next((at for at, step in enumerate(self.steps) if step.is_item), len(self.steps))
        return Path(self.root, self.steps[: min(first, 1)])

    @property
    def is_cut(self) -> bool:
        """Whether the place is deeper than the steps that are kept."""
        return any(each.is_cut for each in self.steps)

    def on_one_thread(self) -> Path:
        """The same place for functions that all run on one thread: its identifier is one key for all of them."""
        if not any(each.is_thread for each in self.steps):
            return self
        return Path(self.root, tuple(_OF_ONE_THREAD if each.is_thread else each for each in self.steps))

    @property
    def is_of_one_thread(self) -> bool:
        """Whether a key on the way is the identifier of the thread on which all these functions run."""
        return _OF_ONE_THREAD in self.steps

    @property
    def is_keyed(self) -> bool:
        """Whether some key in the path separates sessions: the first of `users[id]`, the last of `all["x"][id]`."""
        return any(each.separates for each in self.steps if each.is_item)


def covers(outer: Path, inner: Path) -> bool:
    """Whether `inner` lies in `outer` or is `outer`, according to the spelling of the keys."""
    if len(outer.steps) > len(inner.steps) or not is_same_root(outer.root, inner.root):
        return False
    return all(map(_may_be_same, outer.steps, inner.steps))


def overlap(one: Path, other: Path) -> bool:
    """Whether a change at one place can be seen at the other."""
    return is_same_root(one.root, other.root) and all(map(_may_be_same, one.steps, other.steps))


def _may_be_same(one: Step, other: Step) -> bool:
    if one.is_item != other.is_item:
        return False
    if one.name == other.name:
        return True
    return one.is_item and (one.separates != other.separates or one.name == "*" or other.name == "*")


def may_meet(one: Path, other: Path) -> bool:
    """Whether two sessions can be at overlapping places. Keys are spelled by different functions, so two keys that
    separate sessions may be equal."""
    if not is_same_root(one.root, other.root):
        return False
    return all(map(_may_be_one, one.steps, other.steps))


def _may_be_one(one: Step, other: Step) -> bool:
    if one.is_item != other.is_item:
        return False
    return one.name == other.name or (
        one.is_item and (one.separates or other.separates or "*" in (one.name, other.name))
    )
