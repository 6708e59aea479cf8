"""Last names that facts may match: a cheap test before the full name of a callee is resolved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flake8_session_isolation.facts import Facts, Row
from flake8_session_isolation.frontend import ir
from flake8_session_isolation.frontend.memoised import memoised
from flake8_session_isolation.frontend.scopes import Scope, holder

if TYPE_CHECKING:
    from flake8_session_isolation.linking.object_types import Sharing


class Endings:
    """The last names of what rows of some kinds describe; a pattern may match many."""

    __slots__ = ("names", "suffixes")

    def __init__(self, rows: list[Row]) -> None:
        """Of what these rows are about."""
        last = {each.name.rpartition(".")[2] for each in rows}
        self.names = frozenset(each for each in last if "*" not in each)
        tails = {each.rpartition("*")[2] for each in last if "*" in each}
        self.suffixes = tuple("" if "[" in each or "?" in each else each for each in tails)

    def may_be(self, last: str | None) -> bool:
        """Whether a row may describe a dotted name with this last name."""
        return last in self.names or (last is not None and last.endswith(self.suffixes))


def endings(facts: Facts, *kinds: type[Row]) -> Endings:
    """The last names of what rows of these kinds are about."""
    known = _known(facts)
    if kinds not in known:
        known[kinds] = Endings([row for kind in kinds for row in facts.every(kind)])
    return known[kinds]


def may_be_known(func: ir.Expression, scope: Scope, view: Sharing, known: Endings) -> bool:
    """Whether facts may know a callee, as far as the last of its names tells."""
    if isinstance(func, ir.Attribute):
        return known.may_be(func.attr)
    if not isinstance(func, ir.Name):
        return True
    where = holder(func.id, scope)
    if where is None:
        return bool(view.module.scope.star_imports) or known.may_be(func.id)
    whole = where.imports.get(func.id)
    if whole is None or view.modules.may_own(whole, view.module):
        return True
    return known.may_be(whole.rpartition(".")[2])


@memoised
def _known(facts: Facts) -> dict[tuple[type[Row], ...], Endings]:
    """The answers for sets of kinds."""
    return {}
