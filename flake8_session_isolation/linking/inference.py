"""The interface to astroid: which class of the project a variable is an instance of, where names do not show it.

astroid gets trees of the very text at hand, under names made from their full paths, whose every import leads back to
this door: the project's own modules are found as `modules` finds them, and everything else is unknown. So the answer
does not depend on installed packages, on `sys.path`, or on earlier questions. Nothing is imported or run. After each
question, the settings and caches of astroid are restored for its other users in this process.
"""

from __future__ import annotations

import contextlib
import itertools
import logging
import re
import threading
from collections import Counter
from collections.abc import Iterator
from typing import Any

from flake8_session_isolation.frontend.import_rewriting import rewritten
from flake8_session_isolation.frontend.scopes import Class, Module, Scope, home
from flake8_session_isolation.linking.modules import Modules

log = logging.getLogger(f"flake8.{__name__}")

MOST_QUESTIONS = 20
"""Questions for one linted file."""
MOST_RESULTS = 10
"""Results of one inference that are looked at."""
MOST_LINES = 10_000
"""Lines that are handed over for one linted file."""

_one_at_a_time = threading.Lock()


class Inference:
    """The questions to astroid about one program; `asked` counts them for each module."""

    def __init__(self, modules: Modules) -> None:
        """For variables of the linted module and of those to which it leads."""
        self.asked: Counter[Module] = Counter()
        self._answers: dict[tuple[Scope, str], Class | None] = {}
        self._texts = Texts(modules)
        self._trees: dict[str, Any] = {}

    def class_of(self, name: str, scope: Scope) -> Class | None:
        """The class of the project of which a variable of a module or class is always an instance; None for unknown."""
        if (scope, name) not in self._answers:
            self._answers[scope, name] = None
            module = home(scope)
            if self.asked[module] < MOST_QUESTIONS:
                self.asked[module] += 1
                found = self._answers[scope, name] = self._ask(name, scope)
                log.debug("astroid, question %d: %s in %s is %s", self.asked.total(), name, module.path or "-", found)
        return self._answers[scope, name]

    def _ask(self, name: str, scope: Scope) -> Class | None:
        try:
            with _one_at_a_time, _own_state(self._texts, self._trees) as trees:
                return self._infer(name, scope, trees)
        except Exception as error:  # whatever goes wrong in there, the answer is "unknown"
            log.info("not inferred: %s (%s: %s)", name, type(error).__name__, error)
            return None

    def _infer(self, name: str, scope: Scope, trees: dict[str, Any]) -> Class | None:
        at = trees[self._texts.key(home(scope))]
        steps = scope.owner.name[len(home(scope).prefix) :].split(".") if isinstance(scope.owner, Class) else ()
        for step in steps:
            (at,) = at.locals[step]
        found: list[Any] = []
        for node in at.locals[name]:
            found.extend(itertools.islice(node.infer(), MOST_RESULTS + 1))
        classes = {self._class(each) for each in found if getattr(each, "value", each) is not None}
        return classes.pop() if len(classes) == 1 and len(found) <= MOST_RESULTS else None

    def _class(self, inferred: Any) -> Class | None:
        """The project's class that astroid means."""
        from astroid.bases import Instance
        from astroid.nodes import ClassDef

        cls = inferred._proxied if type(inferred) is Instance else None
        module = self._texts.modules_by_key.get(cls.root().name) if isinstance(cls, ClassDef) else None
        if module is None or cls is None:
            return None
        name = module.prefix + cls.qname().partition(".")[2]
        is_only_one = sum(each.name == name for each in module.every_class) == 1
        return module.classes.get(name) if is_only_one else None


class Texts:
    """The source of each module as astroid is given it, computed when asked for by its key."""

    def __init__(self, modules: Modules) -> None:
        """For the modules that `modules` finds."""
        self.modules = modules
        self.modules_by_key: dict[str, Module] = {}
        self._imports: dict[str, tuple[Module, str]] = {}
        self._lines = 0

    def key(self, module: Module) -> str:
        """The name under which astroid knows a module, made of its full path."""
        path = module.path
        key = "project_" + re.sub(r"[^a-zA-Z0-9]", lambda found: f"_{ord(found[0]):x}_", path)
        self.modules_by_key[key] = module
        return key

    def import_key(self, whole: str, importer: Module) -> str:
        """The name of an artificial module that holds one imported name."""
        key = f"import_{len(self._imports)}_of_{self.key(importer)}"
        self._imports[key] = (importer, whole)
        return key

    def text(self, key: str) -> str | None:
        """The text of the module of this name; None for what is not the project's."""
        if key in self._imports:
            return self._handing_on(*self._imports[key])
        module = self.modules_by_key.get(key)
        if module is None:
            return None
        text = rewritten(module, lambda whole: self.import_key(whole, module))
        self._lines += text.count("\n")
        if self._lines > MOST_LINES:
            raise ValueError("too long")
        return text

    def _handing_on(self, importer: Module, whole: str) -> str | None:
        """The source of a module that re-exports what the importer calls `whole` as `thing`; a star re-exports
        everything."""
        found = self.modules.find(whole.removesuffix(".*"), importer)
        if found is None or found.module is None:
            return None
        key = self.key(found.module)
        if whole.endswith(".*"):
            return None if found.name else f"from {key} import *"
        return f"from {key} import {found.name} as thing" if found.name else f"import {key} as thing"


@contextlib.contextmanager
def _own_state(texts: Texts, known: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """astroid with only the project's trees and default settings; its former state is restored at the end."""
    from astroid import context
    from astroid.builder import AstroidBuilder
    from astroid.manager import AstroidManager

    AstroidBuilder(AstroidManager(), apply_transforms=False)  # has its model of the builtins made
    state: dict[str, Any] = AstroidManager.brain
    saved, results = dict(state), dict(context._INFERENCE_CACHE)
    known.setdefault("builtins", state["astroid_cache"]["builtins"])
    trees = _trees(texts, known)
    context._INFERENCE_CACHE.clear()
    state.update(
        astroid_cache=trees, _mod_file_cache={}, _failed_import_hooks=[], module_denylist=set(), prefer_stubs=False
    )
    state.update(always_load_extensions=False, extension_package_whitelist=set(), max_inferable_values=100)
    try:
        yield trees
    finally:
        known.update(trees)
        state.update(saved)
        context._INFERENCE_CACHE.clear()
        context._INFERENCE_CACHE.update(results)


def _trees(texts: Texts, known: dict[str, Any]) -> dict[str, Any]:
    """Trees by name, built when asked for. astroid believes that all of them are cached, so it never looks for a module
    itself."""
    from astroid.builder import AstroidBuilder
    from astroid.exceptions import AstroidImportError
    from astroid.manager import AstroidManager

    class Trees(dict[str, Any]):
        """A cache that finds every name, or raises astroid's error for it."""

        def __contains__(self, name: object) -> bool:
            return True

        def __missing__(self, name: str) -> Any:
            text = texts.text(name)
            if text is None:
                raise AstroidImportError("not of the project: {modname}", modname=name)
            return AstroidBuilder(AstroidManager(), apply_transforms=False).string_build(text, name)

    return Trees(known)
