"""What the project's own functions and methods return, according to `return` statements and annotations.

`make_service()` is as good as `Service()`, in whichever module it is.  A function of which one `return` is unknown,
and which has no annotation either, gives something unknown.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple, Protocol

from flake8_session_isolation.facts import Cache, Container, Facts, How, Runs
from flake8_session_isolation.frontend import ir
from flake8_session_isolation.frontend.bounded import bounded
from flake8_session_isolation.frontend.call_sites import entries_of, results
from flake8_session_isolation.frontend.memoised import memoised
from flake8_session_isolation.frontend.scopes import Class, Function, Module, Scope, holder, last_name
from flake8_session_isolation.frontend.walking import alternatives
from flake8_session_isolation.linking.class_stores import class_itself
from flake8_session_isolation.linking.identity_decorators import does_nothing
from flake8_session_isolation.linking.kept_instances import is_kept
from flake8_session_isolation.linking.library_constructors import conversation
from flake8_session_isolation.linking.modules import Modules
from flake8_session_isolation.linking.shapes import Constant, Instance, Made, Shape
from flake8_session_isolation.linking.symbols import dotted, is_property

_TRANSPARENT = frozenset({"staticmethod", "classmethod", "property", "cached_property", "abstractmethod", "override"})
"""Decorators that leave alone what a function gives."""


class Given(NamedTuple):
    """The value of an expression; `is_new` if each evaluation gives another object."""

    shape: Shape
    is_new: bool = False


class View(Protocol):
    """The names of one module, as far as the search for factories needs them."""

    @property
    def module(self) -> Module:
        """The module itself."""

    @property
    def facts(self) -> Facts:
        """About what it imports."""

    @property
    def modules(self) -> Modules:
        """The modules of the project."""

    @property
    def factories(self) -> Factories:
        """The factories as seen from this module."""

    def function_called(self, name: str | None) -> Function | None:
        """The function of the project that this name means."""

    def class_named(self, name: str) -> Class | None:
        """The class of the project that this name means."""

    def seen_from(self, scope: Scope) -> View:
        """The view of the module that a scope is in."""

    def variable(self, name: str, scope: Scope) -> frozenset[Shape]:
        """The possible shapes of a variable."""

    def attribute(self, cls: Class, name: str) -> frozenset[Shape]:
        """The possible shapes of an instance's attribute."""

    def expression(self, node: ir.Expression, scope: Scope) -> Shape | None:
        """The shape of an expression's value."""

    def construction(self, name: str | None) -> Shape | None:
        """The instance that a call of `name` creates."""

    def annotation(self, node: ir.Expression, scope: Scope) -> Shape | None:
        """The class that an annotation names."""


class Factories:
    """The results of calls, as seen from one module; each function is analysed once."""

    def __init__(self, view: View) -> None:
        """For calls that are in the module of `view`."""
        self.view = view
        self._results: dict[tuple[Function, Class | None], Given | None] = {}
        self._several: dict[Function, frozenset[Shape]] = {}

    @bounded(None)
    def called(self, node: ir.Call, scope: Scope, awaited: bool = False) -> Given | None:
        """The value of a call, if its callee is a function, method or class of the project; a coroutine gives its
        result only if it is `awaited`."""
        first = node.args[0] if node.args else None
        if isinstance(first, ir.Call):
            runs = self.view.facts.row(Runs, dotted(node.func, scope))
            if runs is not None and runs.how is How.RUN:
                return self.called(first, scope, awaited=True)
        own = _newly_made(node, scope)
        if own is not None:
            return Given(Instance(own), is_new=True)
        func = _called_by_partial(node.func, scope)
        made = self.class_called(func, scope)
        if made is not None:
            return Given(Instance(made), is_new=not is_kept(made, self.view.seen_from(made.scope)))
        function, owner = self._callee(func, scope)
        if function is None or (function.is_coroutine and not awaited):
            return None
        return self.view.seen_from(function.scope).factories.result(function, owner)

    @bounded(())
    def of_several_classes(self, node: ir.Call, scope: Scope) -> Iterable[Shape]:
        """The objects one of which a function of the project returns, if they are of several classes of the project."""
        function, _ = self._callee(_called_by_partial(node.func, scope), scope)
        if function is None or function.is_coroutine or function.yields:
            return ()
        return self.view.seen_from(function.scope).factories.returned_classes(function)

    def returned_classes(self, function: Function) -> frozenset[Shape]:
        """The objects of several classes one of which a function of this module returns; nothing for fewer, or if it
        may return something else."""
        known = self._several.get(function)
        if known is None:
            self._several[function] = frozenset()  # of a function that gives what it gives itself nothing is known
            known = self._several[function] = self._returned_classes(function)
        return known

    def _returned_classes(self, function: Function) -> frozenset[Shape]:
        given = [each for node in results(function) for each in alternatives(node)]
        if len(given) < 2 or not all(self._leaves_alone(each, function) for each in function.decorators):
            return frozenset()
        shapes = {shape for each in given for shape in self.shapes(each, function.scope)}
        solid = frozenset(each for each in shapes if not isinstance(each, Constant))
        return solid if len(solid) > 1 and all(isinstance(each, Instance) for each in solid) else frozenset()

    def class_called(self, func: ir.Expression, scope: Scope) -> Class | None:
        """The class that is called, by its name or as the receiver of a class method."""
        where = holder(func.id, scope) if isinstance(func, ir.Name) else None
        method = where.owner if where is not None else None
        if isinstance(method, Function) and isinstance(func, ir.Name) and func.id == method.receiver:
            return method.owner if method.is_class_method else None
        made = self.view.construction(dotted(func, scope))
        return made.of if isinstance(made, Instance) else None

    def result(self, function: Function, owner: Class | None = None) -> Given | None:
        """The value that a function returns, called on the class `owner` or on an instance of it."""
        key = (function, owner or function.owner)
        if key not in self._results:
            self._results[key] = None  # of a function that gives what it gives itself nothing is known
            found = None if function.yields else self._by_text(function) or self._by_annotation(function)
            self._results[key] = _on_behalf(found, function, owner)
        return self._results[key]

    def entered(self, name: str, scope: Scope) -> Shape | None:
        """The value that a `with` statement of a function binds to a variable that nothing else binds."""
        function = scope.owner
        if not isinstance(function, Function) or not function.footprint.enters or scope.bindings.get(name) != [None]:
            return None
        entry = entries_of(function).get(name)
        if entry is None:
            return None
        return self._by_entering(entry.entered, "__aenter__" if entry.is_async else "__enter__", scope)

    @bounded(None)
    def looked_up(self, node: ir.Attribute, scope: Scope) -> Shape | None:
        """The object of the project that an attribute of another object or of a class holds, or that a property
        returns."""
        cls = class_itself(node.value, scope)
        if cls is not None:
            kept = self.view.variable(node.attr, (cls.declaring(node.attr) or cls).scope)
            objects = [each for each in kept if isinstance(each, Instance)]
            return objects[0] if len(objects) == 1 else None
        bases = [each.of for each in self.shapes(node.value, scope) if isinstance(each, Instance)]
        if len(bases) != 1:
            return None
        getter = self._method(bases[0], node.attr)
        if getter is not None:
            given = self.view.seen_from(getter.scope).factories.result(getter, bases[0])
            return given.shape if given is not None and is_property(getter) else None
        held = [each for each in self.view.attribute(bases[0], node.attr) if not isinstance(each, Constant)]
        return held[0] if len(held) == 1 and isinstance(held[0], Instance) else None

    def shapes(self, node: ir.Expression, scope: Scope) -> Iterable[Shape]:
        """The possible shapes of an expression: of a variable by its bindings, of a receiver by its class, else by its
        form."""
        if isinstance(node, ir.Name):
            where = holder(node.id, scope)
            function = where.owner if where is not None else None
            if isinstance(function, Function) and node.id == function.receiver and function.owner is not None:
                return () if function.is_class_method else (Instance(function.owner),)
            return self.view.variable(node.id, where) if where is not None else ()
        shape = self.view.expression(node, scope)
        return (shape,) if shape is not None else ()

    def named(self, node: ir.Name | ir.Attribute, scope: Scope) -> Iterable[Shape]:
        """What an expression may be that names a variable of the module or of another."""
        whole = dotted(node, scope)
        if whole is None:
            return ()
        module, name = self._place_of(whole)
        return self.view.variable(name, module.scope)

    def _place_of(self, name: str) -> tuple[Module, str]:
        """The module that a dotted name leads to, this one if to no other, and what that calls it."""
        module = self.view.module
        return self.view.modules.variable(name, module) or (module, name[len(module.prefix) :])

    def _by_entering(self, node: ir.Expression, method: str, scope: Scope) -> Shape | None:
        classes = [each.of for each in self.shapes(node, scope) if isinstance(each, Instance)]
        function = self._method(classes[0], method) if len(classes) == 1 else None
        given = function and self.view.seen_from(function.scope).factories.result(function, classes[0])
        return given.shape if given else None

    def _callee(self, func: ir.Expression, scope: Scope) -> tuple[Function | None, Class | None]:
        """The function that is called, with the class on which."""
        if isinstance(func, ir.Name):
            where = holder(func.id, scope)
            if where is not None and func.id in where.functions:
                return where.functions[func.id], None
        found = self._named(dotted(func, scope))
        if found[0] is not None:
            return found
        if isinstance(func, ir.Attribute):
            return self._bound(func.value, func.attr, scope)
        return self._bound(func, "__call__", scope)

    def _named(self, name: str | None) -> tuple[Function | None, Class | None]:
        """`make`, `factories.make`, `Service.create`, `services.Service.create`."""
        if name is None or name.startswith("builtins."):
            return None, None
        module, own = self._place_of(name)
        if own in module.scope.functions:
            return module.scope.functions[own], None
        first, _, last = name.rpartition(".")
        made = self.view.construction(first) if first else None
        return (self._method(made.of, last), made.of) if isinstance(made, Instance) else (None, None)

    def _bound(self, base: ir.Expression, name: str, scope: Scope) -> tuple[Function | None, Class | None]:
        """The method `name` of the one object that an expression is."""
        classes = {each.of for each in self.shapes(base, scope) if isinstance(each, Instance)}
        cls = classes.pop() if len(classes) == 1 else None
        return (self._method(cls, name), cls) if cls is not None else (None, None)

    def _method(self, cls: Class, name: str) -> Function | None:
        """A method, also of a base in another module that was not loaded yet."""
        if cls.method(name) is None and None not in cls.bases and cls.foreign_bases():
            _link_again(cls.module, self.view.modules)
        return cls.method(name)

    def _by_text(self, function: Function) -> Given | None:
        """The value that all `return`s agree on, literals left out."""
        if not all(self._leaves_alone(each, function) for each in function.decorators):
            return None
        view, scope = self.view, function.scope
        given = [each for node in results(function) for each in alternatives(node)]
        found = [frozenset(each) for each in (self.shapes(node, scope) for node in given)]
        solid = {shape for each in found for shape in each if not isinstance(shape, Constant)}
        talks = [each for each in solid if isinstance(each, Made) and conversation(each.type, view.facts)]
        if len(solid) != 1 or not all(found):
            return Given(talks[0]) if talks else None
        is_kept = any(view.facts.row(Cache, dotted(each, scope)) for each in function.decorators)
        return Given(solid.pop(), not is_kept and all(self._makes(node, scope) for node in given))

    def _by_annotation(self, function: Function) -> Given | None:
        """The class in the annotation of the result, unless a decorator of the project may change it."""
        node = function.returns
        if node is None or any(self._is_ours(each, function) for each in function.decorators):
            return None
        if last_name(node) == "Self" or getattr(node, "value", None) == "Self":
            return Given(Instance(function.owner)) if function.owner is not None else None
        shape = self.view.annotation(node, function.around)
        is_known = isinstance(shape, Instance) or (
            isinstance(shape, Made) and self.view.facts.row(Container, shape.type) is not None
        )
        return Given(shape) if shape is not None and is_known else None

    def _leaves_alone(self, decorator: ir.Expression, function: Function) -> bool:
        if last_name(decorator) in _TRANSPARENT or does_nothing(decorator, function.around, self.view):
            return True
        func = decorator.func if isinstance(decorator, ir.Call) else decorator
        return self.view.facts.row(Cache, dotted(func, function.scope)) is not None

    def _is_ours(self, decorator: ir.Expression, function: Function) -> bool:
        """Whether a decorator belongs to the project, or is unknown."""
        func = decorator.func if isinstance(decorator, ir.Call) else decorator
        name = dotted(func, function.scope)
        if name is None or does_nothing(decorator, function.around, self.view):
            return name is None
        first = name.partition(".")[0]
        return self.view.modules.find(name, self.view.module) is not None or self.view.module.scope.binds(first)

    def _makes(self, node: ir.Expression, scope: Scope) -> bool:
        """Whether an expression creates a new object each time, or gives None."""
        if isinstance(node, ir.Name):
            where = holder(node.id, scope)
            bound = where.bindings.get(node.id, []) if where is scope else []
            return bool(bound) and all(isinstance(each, ir.Call) and self._makes(each, scope) for each in bound)
        if isinstance(node, ir.Await):
            return isinstance(node.value, ir.Call) and self._is_new(self.called(node.value, scope, awaited=True))
        return isinstance(node, ir.Constant) or (isinstance(node, ir.Call) and self._is_new(self.called(node, scope)))

    @staticmethod
    def _is_new(given: Given | None) -> bool:
        return given is not None and given.is_new


def _link_again(module: Module, modules: Modules) -> None:
    """Link a module with others again, if modules were loaded since the last time."""
    known = _linked_again(modules)
    if known.get(module) != len(modules.loaded()):
        modules.link(module)
        known[module] = len(modules.loaded())


@memoised
def _linked_again(modules: Modules) -> dict[Module, int]:
    """For each module the number of loaded modules when it was linked again."""
    return {}


def _on_behalf(given: Given | None, function: Function, owner: Class | None) -> Given | None:
    """The result of an inherited method: an instance of the defining class becomes one of the class on which it is
    called."""
    if given is None or owner is None or given.shape != Instance(function.owner or owner):
        return given
    return given._replace(shape=Instance(owner))


def _newly_made(node: ir.Call, scope: Scope) -> Class | None:
    """The class of an instance that a constructor creates itself: `super().__new__(cls)`, `object.__new__(cls)`."""
    func = node.func
    if not isinstance(func, ir.Attribute) or func.attr != "__new__" or not node.args:
        return None
    above = func.value.func if isinstance(func.value, ir.Call) else func.value
    is_made = isinstance(above, ir.Name) and above.id in ("super", "object")
    return class_itself(node.args[0], scope) if is_made else None


def _called_by_partial(func: ir.Expression, scope: Scope) -> ir.Expression:
    """The callee behind `partial`: `partial(Service, 3)()` calls Service."""
    node = func
    if isinstance(node, ir.Name):
        where = holder(node.id, scope)
        bound = where.bindings.get(node.id, []) if where is not None else []
        node = bound[0] if len(bound) == 1 and bound[0] is not None else node
    inner = unwrapped(node, scope)
    return func if inner is node else inner


def unwrapped(node: ir.Expression, scope: Scope) -> ir.Expression:
    """What a partial object calls; anything else as it is."""
    is_partial = isinstance(node, ir.Call) and dotted(node.func, scope) == "functools.partial" and node.args
    return node.args[0] if isinstance(node, ir.Call) and is_partial else node
