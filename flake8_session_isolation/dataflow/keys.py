"""Which keys separate sessions."""

from __future__ import annotations

from flake8_session_isolation.dataflow.access_paths import OF_THREAD, Path, Step
from flake8_session_isolation.dataflow.state import Here
from flake8_session_isolation.dataflow.values import Value
from flake8_session_isolation.facts import Counts
from flake8_session_isolation.frontend import ir
from flake8_session_isolation.frontend.quick_look import MAKERS
from flake8_session_isolation.frontend.spelling import spelled
from flake8_session_isolation.linking.places import Kind
from flake8_session_isolation.linking.shapes import THREAD, Constant


def step_under(node: ir.Expression, value: Value, here: Here) -> Step:
    """The step to the item under a key, with source `node` and value `value`. A key separates sessions unless it is
    shown not to: a literal, a count, the module's settings."""
    if isinstance(node, ir.Name) and node.id in here.frame.function.parameters:
        return Step(node.id, True, True, node.id, value.is_unique)
    texts = {each.text for each in value.shapes if isinstance(each, Constant) and not each.text.startswith("*")}
    if texts and len(texts) == len(value.shapes) and not value.is_somebodys and not value.places:
        return Step(texts.pop() if len(texts) == 1 else "*", True)
    if isinstance(node, ir.Call) and isinstance(node.func, ir.Name):
        if here.frame.facts.row(Counts, f"builtins.{node.func.id}"):
            return Step("*", True)
    if THREAD in value.shapes:
        return OF_THREAD
    return Step(spelled(node), True, not _is_configured(value, here), is_unique=value.is_unique)


def _is_configured(value: Value, here: Here) -> bool:
    """Whether a key is computed from settings of the module or constants of others alone, and so is the same for all
    sessions."""
    return bool(value.places) and not value.is_somebodys and all(_is_setting(each, here) for each in value.places)


def _is_setting(path: Path, here: Here) -> bool:
    """Whether a place is set once; a variable that functions rebind is a counter or a current user."""
    if path.root.name in here.frame.module.rebound:
        return False
    if path.root.kind is Kind.IMPORTED or path.root.owner != here.frame.module.prefix[:-1]:
        return path.root.name.rpartition(".")[2].isupper()
    return path.root.kind is Kind.MODULE and not path.is_keyed


def is_own_key(value: Value, container: Path, here: Here) -> bool:
    """Whether a key is one that each instance has: of a loop over the instance's own container, which reaches every
    entry, or a number that the instance counts from a constant on."""
    if container.root.kind is not Kind.CLASS:
        return False
    every = container.then(Step("*", True, True))
    if every in value.places or any(each.path == every for each in value.reads):
        return True
    return bool(value.places) and all(_is_counted_by_each(each, here) for each in value.places)


def _is_counted_by_each(path: Path, here: Here) -> bool:
    """Whether a place is an attribute of the receiver that constructors set to a number and other methods change."""
    function = here.frame.function
    if path.root.name != function.receiver or len(path.steps) != 1 or path.steps[0].is_item or function.owner is None:
        return False
    bindings = here.frame.sharing.attributes.bindings(function.owner).get(path.steps[0].name, ())
    begun = [each.value for each in bindings if each.method.short_name in MAKERS]
    is_number = all(isinstance(each, ir.Constant) and type(each.value) is int for each in begun)
    return 0 < len(begun) < len(bindings) and is_number


EACH = Step("*", True)
"""The step to an entry, whichever it is."""


def only_key(node: ir.Expression) -> ir.Expression | None:
    """The key of `{key: value}`, so that `update` is treated as a store under that key."""
    return node.keys[0] if isinstance(node, ir.Dict) and len(node.keys) == 1 else None
