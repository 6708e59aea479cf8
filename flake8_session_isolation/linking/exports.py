"""What a package offers to code outside of it, as far as its own files say: what `__all__` lists, or the `__init__.py`
of a package around it hands on.

A module that is in no package offers all that it defines. Where no `__init__.py` around a module hands on anything of
the package, its users import from the modules: each offers its public names.
"""

from __future__ import annotations

import os
from collections.abc import Iterator

from flake8_session_isolation.frontend import ir
from flake8_session_isolation.frontend.memoised import memoised
from flake8_session_isolation.frontend.scopes import Module
from flake8_session_isolation.linking.modules import Modules
from flake8_session_isolation.linking.object_types import Sharing

_PACKAGE = "__init__.py"
_LIST = "__all__"
_LAZY = "__getattr__"
_VERSION = "version"


def is_offered(name: str, view: Sharing) -> bool:
    """Whether code outside may be meant to use a top-level name of the module of `view`, or a part of it."""
    top = name.partition(".")[0]
    packages = _packages_around(view)
    if not packages or packages[0] is view.module or top in _offered(view):
        return True
    return not top.startswith("_") and _is_used_by_module(view)


@memoised
def _is_used_by_module(view: Sharing) -> bool:
    """Whether the users of a package can only import from its modules, and this one is public."""
    if any(part.startswith("_") for part in view.module.name.split(".")):
        return False
    return not any(_hands_on_something(each, view.modules) for each in _packages_around(view))


def _hands_on_something(package: Module, modules: Modules) -> bool:
    """Whether an `__init__.py` lists names, finds them when they are asked for, or imports some of the package."""
    scope = package.scope
    if _LIST in scope.bindings or _LAZY in scope.functions or scope.star_imports:
        return True
    others = (whole for own, whole in scope.imports.items() if _VERSION not in own.lower())
    return any(_is_of_package(each, package, modules) for each in others)


def _is_of_package(name: str, package: Module, modules: Modules) -> bool:
    """Whether an imported name is that of a module of the package around, or of something in one."""
    found = modules.find(name, package)
    return found is not None and found.module is not package


@memoised
def _offered(view: Sharing) -> frozenset[str]:
    """The public names of a module: those that it lists itself, or that a package around it re-exports."""
    module, modules = view.module, view.modules
    handed = (name for each in _packages_around(view) for name in _handed_on(each, module, modules))
    return frozenset((*_listed(module), *handed))


@memoised
def _packages_around(view: Sharing) -> tuple[Module, ...]:
    """The `__init__.py` modules of the packages in which a module is, the innermost first."""
    return tuple(_around(view.module, view.modules))


def _around(module: Module, modules: Modules) -> Iterator[Module]:
    project = modules.project
    for folder in project.folders(module.folder):
        if _PACKAGE not in project.disk.names(folder):
            return
        found = modules.in_file(os.path.join(folder, _PACKAGE))
        if found is not None:
            yield found


def _handed_on(package: Module, module: Module, modules: Modules) -> Iterator[str]:
    """The names of a module that a package around it imports, or lists for lazy import."""
    for name in module.scope.bindings:
        if name in _listed(package) and modules.starred(name, package) in (None, (module, name)):
            yield name
    for whole in package.scope.imports.values():
        found = modules.variable(whole, package)
        if found is not None and found[0] is module:
            yield found[1]
    stars = (modules.find(each, package) for each in package.scope.star_imports)
    if any(each is not None and each.module is module for each in stars):
        yield from _listed(module) or (each for each in module.scope.bindings if not each.startswith("_"))


@memoised
def _listed(module: Module) -> frozenset[str]:
    """The texts in a module's `__all__`."""
    lists = (each for each in module.scope.bindings.get(_LIST, ()) if isinstance(each, ir.Display))
    items = (item for each in lists for item in each.elts if isinstance(item, ir.Constant))
    return frozenset(each.value for each in items if isinstance(each.value, str))
