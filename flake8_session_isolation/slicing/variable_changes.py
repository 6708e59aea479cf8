"""Which variables of modules and enclosing functions the functions of a module may change.

Asked for one variable at a time: what a variable holds may be said in another module, which is read only for a variable
that matters.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import accumulate
from typing import NamedTuple, TypeAlias

from flake8_session_isolation.facts import Facts, ProcessWide
from flake8_session_isolation.frontend import ir
from flake8_session_isolation.frontend.call_sites import nodes_in
from flake8_session_isolation.frontend.memoised import memoised
from flake8_session_isolation.frontend.scopes import Function, Module, Scope, holder, home
from flake8_session_isolation.linking.captured_variables import held
from flake8_session_isolation.linking.object_types import Sharing
from flake8_session_isolation.linking.reset_objects import may_hold_a_use, reset_in
from flake8_session_isolation.linking.shapes import Own
from flake8_session_isolation.linking.singletons import can_change

Variable: TypeAlias = "tuple[str, Scope]"
"""A name with the scope that binds it."""


class _Change(NamedTuple):
    """A function rebinds a variable or stores into it; with `is_use`, it does something that mutates some kinds of
    objects. `part` is a variable that stands for a module, with the attribute behind it and the function that uses
    both."""

    name: str
    where: Scope
    is_use: bool
    part: tuple[str, str, Function] | None = None


class VariableChanges:
    """The changes to variables that the functions of one module make."""

    def __init__(self, view: Sharing) -> None:
        """Of the module that `view` looks at."""
        self.view = view
        self._known: dict[Variable, bool] = {}
        self._by_name: dict[str, dict[_Change, None]] = defaultdict(dict)
        for function in view.module.functions:
            for each in _changes(function, view.facts):
                for name in _names(each):
                    self._by_name[name][each] = None

    def has(self, name: str, where: Scope) -> bool:
        """Whether a function may change the variable `name` of the scope `where`."""
        known = self._known.get((name, where))
        if known is None:
            changes = self._by_name.get(name, ())
            known = self._known[name, where] = any(self._is_of(each, (name, where)) for each in changes)
        return known

    def _is_of(self, change: _Change, variable: Variable) -> bool:
        if variable not in _variables(change, self.view):
            return False
        return not change.is_use or is_held(*variable, self.view) or self._is_reset(variable)

    def _is_reset(self, variable: Variable) -> bool:
        """Whether a function resets an object of an unknown class in a module's variable."""
        name, where = variable
        is_reset = where.parent is None and name in reset_in(self.view.module)
        return is_reset and may_hold_a_use(name, where, self.view)


@memoised
def variable_changes(view: Sharing) -> VariableChanges:
    """The changes in the module of a view."""
    return VariableChanges(view)


def origin(name: str, where: Scope, view: Sharing) -> Variable:
    """The variable of another module that an import means, star imports included; else the variable itself."""
    away = None
    if name in where.imports:
        away = view.modules.variable(where.imports[name], home(where))
    elif where.star_imports and not where.binds(name):
        away = view.modules.starred(name, home(where))
    return (away[1], away[0].scope) if away is not None else (name, where)


def named_defaults(function: Function) -> Iterator[tuple[str, str, Scope]]:
    """Parameters whose default is a module's variable, with the name and scope of that variable."""
    for parameter, node in function.defaults:
        where = holder(node.id, function.around) if isinstance(node, ir.Name) else None
        if where is not None and where.parent is None and isinstance(node, ir.Name):
            yield parameter, node.id, where


def named_by_keys(function: Function) -> Iterator[str]:
    """The variables of the module that a function may mean by keys: `globals()["name"]`."""
    for node in nodes_in(function.scope) if "globals" in function.footprint.variables else ():
        match node:
            case ir.Subscript(slice=ir.Constant(value=str(name))) if home(function.scope).scope.binds(name):
                yield name


def is_of_another(name: str, scope: Scope) -> bool:
    """Whether a name that a scope binds means the variable of another scope."""
    return name in scope.nonlocal_names or name in scope.global_names or name in scope.imports


def variables_of_modules(root: str, attr: str, function: Function, view: Sharing) -> Iterator[Variable]:
    """The variables of project modules that `root.attr` may mean: of the module that `root` is, or, after `import
    package.module`, of a submodule."""
    where = holder(root, function.scope)
    if where is None or root not in where.imports:
        return
    importer, whole = home(where), where.imports[root]
    module = _module_of(whole, importer, view)
    if module is not None:
        yield attr, module.scope
    for dotted in _modules_below(importer, f"{whole}.{attr}"):
        below = _module_of(dotted, importer, view)
        if below is not None:
            yield from ((name, below.scope) for name in function.footprint.attributes if below.scope.binds(name))


def is_held(name: str, scope: Scope, view: Sharing) -> bool:
    """Whether a variable holds an object that a method can mutate, or a context variable."""
    return any(isinstance(each, Own) or can_change(each, view.facts) for each in held(name, scope, view))


def _changes(function: Function, facts: Facts) -> Iterator[_Change]:
    yield from _own_changes(function)
    yield from _changes_of_modules(function)
    yield from _changes_of_process(function, facts)


def _own_changes(function: Function) -> Iterator[_Change]:
    footprint, scope = function.footprint, function.scope
    for name in scope.global_names | scope.nonlocal_names:
        where = holder(name, scope)
        yield _Change(name, where if where is not None and where is not scope else home(scope).scope, is_use=False)
    for name in footprint.stores | footprint.uses:
        where = holder(name, scope) or home(scope).scope  # which may have it from a star import
        if where is not scope or is_of_another(name, where):
            yield _Change(name, where, name not in footprint.stores)
    for name in named_by_keys(function):
        yield _Change(name, home(scope).scope, is_use=False)
    for parameter, name, where in named_defaults(function):
        if parameter in footprint.stores | footprint.uses:
            yield _Change(name, where, parameter not in footprint.stores)


def _changes_of_modules(function: Function) -> Iterator[_Change]:
    """Changes that a function makes to an attribute of an imported name."""
    footprint = function.footprint
    changed = footprint.stores | footprint.uses
    for root, attr in footprint.parts:
        where = holder(root, function.scope) if root in changed else None
        if where is not None and root in where.imports:
            is_use = root not in footprint.stores
            part = (root, attr, function)
            yield _Change(attr, where, is_use, part)
            if any(_modules_below(home(where), f"{where.imports[root]}.{attr}")):
                yield from (_Change(name, where, is_use, part) for name in footprint.attributes)


def _changes_of_process(function: Function, facts: Facts) -> Iterator[_Change]:
    """Changes in place to what the process has once: `os.environ.update(...)`, `environ.pop(...)`."""
    footprint, scope = function.footprint, function.scope
    reached = [(root, f".{attr}") for root, attr in footprint.parts if attr in footprint.changed_attributes]
    for name, rest in (*reached, *((name, "") for name in footprint.changed_variables)):
        where = holder(name, scope)
        whole = where.imports.get(name) if where is not None else None
        if where is not None and whole is not None and facts.row(ProcessWide, f"{whole}{rest}") is not None:
            yield _Change(name, where, is_use=False)


def _variables(change: _Change, view: Sharing) -> Iterable[Variable]:
    """The variables that a change may concern."""
    if change.part is None:
        return (origin(change.name, change.where, view),)
    return variables_of_modules(*change.part, view)


def _names(change: _Change) -> set[str]:
    """The names that the variable may have in the module that binds it; a name that is re-exported by another module is
    not found."""
    imported = change.where.imports.get(change.name, change.name) if change.part is None else change.name
    return {change.name, imported.rpartition(".")[2]}


def _modules_below(importer: Module, start: str) -> Collection[str]:
    """The modules that an importer is shown to know at a dotted name or below it."""
    return _imported_below(importer).get(start, ())


@memoised
def _imported_below(importer: Module) -> Mapping[str, Collection[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for name in sorted(importer.imported):
        for above in accumulate(name.split("."), "{}.{}".format):
            found[above].append(name)
    return found


def _module_of(dotted: str, importer: Module, view: Sharing) -> Module | None:
    found = view.modules.find(dotted, importer)
    return found.module if found is not None and not found.name else None
