"""Mutable defaults that were stored in an attribute: changes of the attribute change the default.

`def __init__(self, messages=[]): self.messages = messages` gives every object that is made without messages the same
list, and `self.messages.append(...)` in another method changes it for all of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from flake8_session_isolation.dataflow.access_paths import Path
from flake8_session_isolation.dataflow.effects import Effect, Summary
from flake8_session_isolation.dataflow.parameter_defaults import defaults_in
from flake8_session_isolation.facts import Action
from flake8_session_isolation.frontend import ir
from flake8_session_isolation.frontend.scopes import Class, Function
from flake8_session_isolation.frontend.walking import walk_body
from flake8_session_isolation.linking.places import Kind, Site


class Escapes:
    """For each class the attributes that hold default values of parameters, according to the methods that store
    them."""

    def __init__(self, summaries: Mapping[Function, Summary]) -> None:
        """For the effects of a module's methods."""
        self.held: dict[tuple[Class, str], dict[Function, set[Path]]] = defaultdict(lambda: defaultdict(set))
        for function, summary in summaries.items():
            for effect in summary.effects:
                name = _own_attribute(effect, function)
                if name and function.owner and _stays(effect) and not _is_replaced_if_empty(function, name):
                    self.held[function.owner, name][function] |= defaults_in(effect.value)

    def effects(self, function: Function, summary: Summary) -> Iterator[Effect]:
        """The effects of a function on default values that it reaches through its object's attributes or hands out."""
        for effect in summary.effects if self.held and function.owner else ():
            name = _own_attribute(effect, function)
            if name is not None and not (effect.action is Action.REPLACE and len(effect.path.steps) == 1):
                for path in sorted(self._defaults(function, name, effect.is_on_own), key=str):
                    yield effect.replaced(path=Path(path.root, effect.path.steps[1:]))
        yield from _handed_out(summary)

    def _defaults(self, function: Function, name: str, is_on_own: bool) -> set[Path]:
        """The defaults that an attribute may hold; none if the constructor is overridden."""
        found: set[Path] = set()
        lineage = function.owner.lineage() if function.owner else []
        for cls in lineage:
            for holder, paths in self.held.get((cls, name), {}).items():
                last = holder.name.rpartition(".")[2]
                is_reached = lineage[0].method(last) is holder
                if is_reached and (holder is function or not is_on_own):
                    found |= paths
        return found


def _stays(effect: Effect) -> bool:
    """Whether an attribute is bound to a default and keeps it."""
    is_bound = effect.action is Action.REPLACE and len(effect.path.steps) == 1
    return is_bound and not effect.is_transient and bool(defaults_in(effect.value))


def _is_replaced_if_empty(function: Function, name: str) -> bool:
    """Whether the function replaces the default if it is empty: `if not self.messages: self.messages = []`."""
    tests = (each.test for each in walk_body(function) if isinstance(each, ir.Branch))
    negated = (each.operand for each in tests if isinstance(each, ir.UnaryOp) and each.op == "not")
    return any(isinstance(each, ir.Attribute) and each.attr == name for each in negated)


def _own_attribute(effect: Effect, function: Function) -> str | None:
    """The attribute of the function's own object that an effect concerns."""
    root, steps = effect.path
    is_own = root.kind is Kind.PARAMETER and root.name == function.receiver and root.owner == function.name
    return steps[0].name if is_own and steps and not steps[0].is_item else None


def _handed_out(summary: Summary) -> Iterator[Effect]:
    """Stores of a default under a key that differs for each call, in functions that also return the default: the
    entries of all sessions are then the same object. They are reported at the default, because no analysed code changes
    the object."""
    given_back = defaults_in(summary.result)
    spelled = dict(summary.function.defaults) if given_back else {}
    for effect in summary.effects if given_back else ():
        if effect.action is Action.STORE and effect.path.steps[-1].is_unique:
            for path in sorted(given_back & effect.value.places, key=str):
                node = spelled.get(path.root.name)
                if node is not None and path.root.owner == summary.function.name:
                    site = Site(node.line, node.column, summary.function.name)
                    yield effect.replaced(path=path, action=Action.REPLACE, site=site)
