"""Which places outlive a session, and whose data a value holds, according to execution contexts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from flake8_session_isolation.dataflow.access_paths import Path
from flake8_session_isolation.dataflow.effects import Effect
from flake8_session_isolation.dataflow.values import CONTEXT, Origin
from flake8_session_isolation.facts import ProcessWide
from flake8_session_isolation.frontend.scopes import Function, functions_around, home
from flake8_session_isolation.interference.omitted_arguments import Omissions
from flake8_session_isolation.linking.caches import given_to_all, survives_reruns
from flake8_session_isolation.linking.captured_variables import receiver_of
from flake8_session_isolation.linking.object_types import Sharing
from flake8_session_isolation.linking.parameter_defaults import outlives_calls
from flake8_session_isolation.linking.places import Kind, Root, Site
from flake8_session_isolation.linking.wrappers import replaces_another
from flake8_session_isolation.slicing.assumed_entries import Supposing
from flake8_session_isolation.slicing.entry_points import Contexts
from flake8_session_isolation.slicing.execution_context import Context, Standing
from flake8_session_isolation.slicing.reused_objects import Reusing


class Lifetimes:
    """Which roots outlive a session, and whose data a value holds, according to the contexts of the functions."""

    def __init__(self, sharing: Sharing, contexts: Contexts | Supposing | Reusing) -> None:
        """For the functions of the module that `sharing` looks at."""
        module, project = sharing.module, sharing.modules.project
        self.sharing = sharing
        self.facts = sharing.facts
        self.project = project
        self.contexts = contexts
        self.omissions = Omissions(module)
        self.by_name = {each.name: each for each in module.functions}
        self.module = module

    def outlives_sessions(self, effect: Effect, visitor: Function) -> bool:
        """Whether the root of the place of an effect still exists for the next session."""
        path = effect.path
        match path.root.kind:
            case Kind.MODULE | Kind.CLASS | Kind.OBJECT if self.contexts.script.is_rerun:
                return not self._is_of_this_module(path.root) or self._is_cached(path.root)
            case Kind.CLASS if self._is_made_anew(path.root, visitor):
                return False
            case Kind.MODULE | Kind.CLASS | Kind.STORAGE | Kind.OBJECT | Kind.CONTEXT | Kind.THREAD:
                return True
            case Kind.FUNCTION:
                function = self.by_name.get(path.root.owner)
                return function is not None and outlives_calls(function)
            case Kind.CACHED:
                return not self._is_anew(path.root)
            case Kind.DEFAULT:
                return self._is_called_without(path.root)
            case Kind.IMPORTED:
                return self._is_module_state(path, effect.site)
            case Kind.ENCLOSED:
                outer = self.by_name.get(path.root.owner)
                return outer is not None and self._runs_once(outer, path.root.name, visitor)
        return False

    def may_be_part(self, path: Path) -> bool:
        """Whether a place may be part of an object that serves all sessions, according to the class of a receiver, also
        of that of an enclosing method."""
        root = path.root
        outer = self.by_name.get(root.owner) if root.kind is Kind.ENCLOSED else None
        return root.kind is Kind.PARAMETER or (outer is not None and receiver_of(root.name, outer))

    def _is_called_without(self, root: Root) -> bool:
        """Whether some call omits the parameter, so that the default is used; libraries pass every parameter of a
        handler."""
        function = self.by_name.get(root.owner)
        if function is None or self.contexts.of(function).is_by_facts:
            return False
        return self.omissions.is_left_out(function, root.name)

    def _is_of_this_module(self, root: Root) -> bool:
        """Whether a variable or class belongs to the linted module; names of other modules begin with their prefix."""
        own = self.module.prefix[:-1]
        return root.owner == own if root.kind is Kind.MODULE else root.owner in self.module.classes

    def _is_cached(self, root: Root) -> bool:
        """Whether the root is an object that a cached function returns to every run of a script."""
        return root.kind is Kind.OBJECT and root.owner in {each.name for each in given_to_all(self.sharing)}

    def _is_anew(self, root: Root) -> bool:
        """Whether the root is the result of a cache that each run of the script creates again."""
        function = self.by_name.get(root.name) if self.contexts.script.is_rerun else None
        return function is not None and not survives_reruns(function, self.sharing)

    def _is_made_anew(self, root: Root, visitor: Function) -> bool:
        """Whether each call creates the class again: it is defined in the function that uses it, in a served function,
        or in a function of another file."""
        cls = self.sharing.modules.class_called(root.owner)
        outer = next(functions_around(cls.scope), None) if cls is not None else None
        if outer is None:
            return False
        return outer is visitor or outer.name not in self.by_name or self.contexts.of(outer).is_served

    def _is_module_state(self, path: Path, site: Site) -> bool:
        """Whether an imported thing is a place: known by facts, or an attribute of a module or class. The object in
        such an attribute may be a proxy of the session (`flask.g`), and is therefore unknown."""
        name = path.root.name
        if self.facts.row(ProcessWide, name):
            # The items of the environment and of the arguments are texts, which nothing changes in place.
            return len(path.steps) <= 1 or not path.steps[0].is_item
        if name in self.facts.set_places:
            return True
        base, _, _ = name.rpartition(".")
        if path.steps:
            return False
        is_class = base.rpartition(".")[2].lstrip("_")[:1].isupper()
        return is_class or self._is_imported(base, site) or self.project.has_module(base, self.module.folder)

    def _is_imported(self, name: str, site: Site) -> bool:
        """Whether an import shows that a name is that of a module: one of the linted file, or of the file of a site."""
        if name in self.module.imported:
            return True
        writer = self.sharing.modules.function_called(site.function)
        return writer is not None and name in home(writer.scope).imported

    def _runs_once(self, outer: Function, variable: str, inner: Function) -> bool:
        """Whether an enclosing function is shown to run once: by its context, or because a library serves the inner
        function from then on."""
        if outer.yields or variable == outer.receiver:
            return False
        if self.contexts.of(inner).is_supposed and variable not in outer.parameters and replaces_another(inner):
            return True
        contexts = self.contexts.of(outer).contexts
        if contexts != {Context.UNKNOWN}:
            return contexts <= {Context.ONCE}
        if variable in outer.parameters:
            return self.contexts.is_kept_as_handler(inner)
        return self.contexts.of(inner).is_by_facts or self.contexts.is_called_at_start(outer)

    def session_data(self, origins: Iterable[Origin], entry: Function, standing: Standing) -> Iterator[bool]:
        """The origins of a value that are a session's own data, and for each whether the data is unchanged."""
        if not standing.is_served:
            return
        for origin in origins:
            if origin.parameter == CONTEXT.parameter:
                yield True  # whatever was made of it, it was made for the session being served
                continue
            outer = self.by_name.get(origin.parameter.rpartition(".")[0]) if "." in origin.parameter else entry
            if outer is entry or (outer is not None and self.contexts.of(outer).is_served):
                yield not origin.called
