"""What a variable holds, and which class attributes are shared by all instances.

`Sharing` answers from bindings alone: every plain assignment of a name in its scope, annotations where those say
nothing.  It knows no flow.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Protocol

from flake8_session_isolation.facts import (
    MARK,
    Begins,
    Container,
    Conversation,
    Facts,
    Gives,
    GivesEach,
    Lock,
    Logger,
    Private,
    Replaces,
)
from flake8_session_isolation.frontend import ir
from flake8_session_isolation.frontend.call_sites import nodes_in, returned
from flake8_session_isolation.frontend.scopes import Class, Function, Module, Scope, holder, home, last_name
from flake8_session_isolation.frontend.sets import first
from flake8_session_isolation.frontend.spelling import spelled
from flake8_session_isolation.frontend.walking import alternatives, attribute_chain
from flake8_session_isolation.linking.annotations import annotated
from flake8_session_isolation.linking.argument_types import Passed
from flake8_session_isolation.linking.attributes import Attributes, Binding
from flake8_session_isolation.linking.bound_tasks import class_bound_to
from flake8_session_isolation.linking.call_results import Factories
from flake8_session_isolation.linking.class_fields import copies_default, may_be_a_descriptor
from flake8_session_isolation.linking.class_stores import attributes_with_objects, class_stores
from flake8_session_isolation.linking.context_storage import Privates
from flake8_session_isolation.linking.inference_questions import Questions
from flake8_session_isolation.linking.known_endings import endings, may_be_known
from flake8_session_isolation.linking.library_constructors import begun
from flake8_session_isolation.linking.modules import Modules
from flake8_session_isolation.linking.provided_objects import Provisions
from flake8_session_isolation.linking.shapes import (
    NO_SHAPES, ClassObject, Constant, Instance, Made, Shape, computed_from, constant, is_solid,
)
from flake8_session_isolation.linking.symbols import dotted

if TYPE_CHECKING:
    from flake8_session_isolation.linking.importers import Importers
    from flake8_session_isolation.linking.inference import Inference

_DISPLAYS: dict[type[ir.Expression], str] = {
    ir.List: "builtins.list",
    ir.Dict: "builtins.dict",
    ir.Set: "builtins.set",
}
_OBJECTS = (Container, Lock, Private, Logger, Conversation)
"""Kinds of rows about classes of which a call makes an instance."""
MOST_ENTRIES = 20
"""Entries of a display that are looked at to tell what they all are."""
OWN_MODULE = "sys.modules[__name__]"
"""The shape of the module itself as an object."""
_FACTORY_FIRST = frozenset({"collections.defaultdict"})


class Linked(Protocol):
    """The program that a module belongs to."""

    @property
    def modules(self) -> Modules:
        """Its modules."""

    @property
    def inference(self) -> Inference:
        """Answers about values whose class bindings do not tell."""

    @property
    def importers(self) -> Importers:
        """The modules that import a given module."""

    @property
    def attributes(self) -> Attributes:
        """The attributes of instances."""

    def view(self, module: Module) -> Sharing:
        """The view of one of its modules."""


class Sharing:
    """Shapes of variables and lifetimes of class attributes, as seen from one module. Things of another module are
    looked up there, with that module's names and facts."""

    def __init__(self, module: Module, facts: Facts, program: Linked) -> None:
        """For the names of `module`, with `facts` about its imports."""
        self.module = module
        self.facts = facts
        self.program = program
        self.modules = program.modules
        self.others = program.view
        self.attributes = program.attributes
        self.factories = Factories(self)
        self.questions = Questions(self)
        self.passed = Passed(module, self.factories.shapes)
        self._attributes: dict[tuple[Class, str], frozenset[Shape]] = {}
        self.privates = Privates(module, facts, self.expression)
        self.provisions = Provisions(module, facts, self.factories.shapes)
        self._variables: dict[tuple[Scope, str], frozenset[Shape]] = {}
        self._constructions: dict[str, Shape | None] = {}
        self._classes: dict[str, Class | None] = {}
        self._parameters: dict[tuple[Function, str], frozenset[Shape]] = {}

    @property
    def inference(self) -> Inference:
        """Answers about values whose class bindings do not tell."""
        return self.program.inference

    def qualified(self, node: ir.Expression, scope: Scope) -> str | None:
        """The dotted name under which facts may know an expression: that of the thing it names, or by its variable's
        class. `app.get` is `fastapi.FastAPI.get` if the module has `app = FastAPI()`."""
        if isinstance(node, ir.Call):
            node = node.func
        node, steps = attribute_chain(node)
        if not isinstance(node, ir.Name):
            return None
        where = holder(node.id, scope)
        shapes = self.variable(node.id, where) if where is not None and where.binds(node.id) else NO_SHAPES
        made = first(each.type for each in shapes if isinstance(each, Made))
        origin = made or dotted(node, scope)
        return ".".join([origin, *steps]) if origin else None

    def owns(self, name: str) -> bool:
        """Whether the module of this dotted name is in the project, as this module sees it."""
        return MARK in name or self.modules.project.owns(name, self.module.folder)

    def variable(self, name: str, scope: Scope) -> frozenset[Shape]:
        """The possible shapes of the variable `name` of `scope`; empty for unknown."""
        known = self._variables.get((scope, name))
        if known is None:
            self._variables[scope, name] = NO_SHAPES  # of a variable that depends on itself nothing is known
            known = self._variables[scope, name] = self.seen_from(scope)._variable(name, scope, self) or NO_SHAPES
        return known

    def seen_from(self, scope: Scope) -> Sharing:
        """The view of the module in which a scope is."""
        module = home(scope)
        return self if module is self.module else self.others(module)

    def _variable(self, name: str, scope: Scope, asker: Sharing) -> frozenset[Shape]:
        if name in scope.imports:
            away = self.modules.variable(scope.imports[name], self.module)
            return asker.variable(away[1], away[0].scope) if away is not None else NO_SHAPES
        if (name in scope.functions or name in scope.classes) and scope.bindings.get(name) == [None]:
            return self._put_in_place_of(scope.functions.get(name), scope)
        bound = [(each, scope) for each in scope.bindings.get(name, ())]
        bound += class_stores(self.module).get((scope.owner, name), ()) if isinstance(scope.owner, Class) else ()
        found = (one for value, at in bound for each in alternatives(value) for one in self._may_be(each, at))
        shapes: frozenset[Shape] = frozenset(each for each in found if each is not None)
        shapes |= self.privates.variable(name, scope)
        entered = self.factories.entered(name, scope)
        shapes |= {entered} if entered else set()
        shapes = self._declared(shapes, scope.annotations.get(name), scope)
        if not any(map(is_solid, shapes)) and self.questions.is_worth_it(name, scope, asker.questions):
            cls = self.inference.class_of(name, scope)
            shapes |= {Instance(cls)} if cls is not None else set()
        return shapes

    def _put_in_place_of(self, function: Function | None, scope: Scope) -> frozenset[Shape]:
        """What a decorator of a library puts in the place of a function; nothing for a class."""
        if function is None or not function.decorators or not self.facts.knows(Replaces):
            return NO_SHAPES
        row = self.facts.first(Replaces, (self.qualified(each, scope) for each in function.decorators))
        return frozenset({Made(row.by)}) if row is not None else NO_SHAPES

    def _declared(self, bound: frozenset[Shape], annotation: ir.Expression | None, scope: Scope) -> frozenset[Shape]:
        """The shapes of bindings, completed by an annotation: replaced if only literals are bound, for a container its
        items."""
        annotated = self.annotation(annotation, scope) if annotation is not None else None
        if annotated is None or not any(map(is_solid, bound)):
            return bound | {annotated} if annotated else bound
        empty = Made(annotated.type) if isinstance(annotated, Made) and annotated.entry else None
        return bound - {empty} | {annotated} if empty in bound else bound

    def expression(self, node: ir.Expression, scope: Scope) -> Shape | None:
        """The shape of an expression, as far as its form tells."""
        if isinstance(node, ir.Constant):
            return constant(node)
        if isinstance(node, ir.Mix):
            return Constant("*'")
        if isinstance(node, ir.UnaryOp) and isinstance(node.operand, ir.Constant):
            return Constant(spelled(node))
        if isinstance(node, ir.BinOp):
            return computed_from(_first(self.expression(each, scope) for each in node.operands))
        if isinstance(node, ir.Await):
            given = self.factories.called(node.value, scope, awaited=True) if isinstance(node.value, ir.Call) else None
            return given.shape if given is not None else self.expression(node.value, scope)
        if isinstance(node, ir.Attribute):
            return self.factories.looked_up(node, scope)
        if isinstance(node, ir.Subscript) and _is_own_module(node):
            return Made(OWN_MODULE)
        if isinstance(node, ir.Subscript) and isinstance(node.value, ir.Call):
            return self._part(node, scope)
        if isinstance(node, ir.Call):
            given = self.factories.called(node, scope)
            made = self._begun(node, scope) or (given.shape if given else self.construction(dotted(node.func, scope)))
            factory = node.args[0] if node.args and isinstance(made, Made) and made.type in _FACTORY_FIRST else None
            return self._with_entry(made, [self.factory(factory, scope)]) if factory else self._counted(made, node)
        display = node.made if isinstance(node, ir.Comprehension) else _DISPLAYS.get(type(node))
        parts = (node.values if isinstance(node, ir.Dict) else getattr(node, "elts", []))[:MOST_ENTRIES]
        return self._with_entry(Made(display), [self.expression(each, scope) for each in parts]) if display else None

    def _may_be(self, node: ir.Expression, scope: Scope) -> Iterable[Shape | None]:
        """The shapes one of which an expression has; more than one where a function returns one of several objects."""
        several = self.factories.of_several_classes(node, scope) if isinstance(node, ir.Call) else ()
        return several or (self.expression(node, scope),)

    def _begun(self, node: ir.Call, scope: Scope) -> Made | None:
        """An object whose class the call does not name: a conversation that it begins."""
        if not self.facts.knows(Conversation):
            return None
        known = endings(self.facts, Begins, Conversation)
        if not known.may_be("__call__") and not may_be_known(node.func, scope, self, known):
            return None
        last = f".{node.func.attr}" if isinstance(node.func, ir.Attribute) else None
        name, qualified = dotted(node.func, scope), self.qualified(node.func, scope)
        names = (name, f"{qualified}.__call__" if qualified != name else None, qualified, last)
        shapes, bound_to = self.factories.shapes, self._bound_to
        return begun(node, names, self.facts, lambda each: shapes(each, scope), lambda each: bound_to(each, scope))

    def _bound_to(self, node: ir.Expression, scope: Scope) -> ir.Expression:
        """The expression that a variable stands for, if it is bound once."""
        where = holder(node.id, scope) if isinstance(node, ir.Name) else None
        values = where.bindings.get(node.id, ()) if where is not None and isinstance(node, ir.Name) else ()
        return values[0] if len(values) == 1 and values[0] is not None else node

    def _part(self, node: ir.Subscript, scope: Scope) -> Shape | None:
        """One of several results of a call: `app, rt = fast_app()`."""
        assert isinstance(node.value, ir.Call)
        row = self.facts.row(Gives, dotted(node.value.func, scope))
        at = node.slice.value if isinstance(node.slice, ir.Constant) else None
        return Made(row.parts[at]) if row is not None and isinstance(at, int) and at < len(row.parts) else None

    def _with_entry(self, made: Shape | None, entries: list[Shape | None]) -> Shape | None:
        """A container whose items are all of one shape."""
        only = set(entries)
        if isinstance(made, Made) and len(only) == 1 and not isinstance(entries[0], Constant):
            return Made(made.type, entries[0])
        return made

    def _counted(self, made: Shape | None, node: ir.Call) -> Shape | None:
        """A semaphore with the number of holders that its literal argument says."""
        row = self.facts.row(Lock, made.type) if isinstance(made, Made) else None
        if row is None or row.count is None or not isinstance(made, Made):
            return made
        given = [*node.args[row.count : row.count + 1], *(each.value for each in node.keywords)]
        known = (each.value for each in given if isinstance(each, ir.Constant) and isinstance(each.value, int))
        return made._replace(admits=next(known, 1))

    def factory(self, node: ir.Expression, scope: Scope) -> Shape | None:
        """The value that a callable returns: `list`, `asyncio.Lock`, `lambda: []`."""
        if isinstance(node, ir.Lambda):
            return _first(self.expression(each, scope) for each in returned(node.function))
        return self.construction(dotted(node, scope))

    def construction(self, name: str | None) -> Shape | None:
        """The instance that a call of `name` creates; None for a factory of the project or an unknown call."""
        if name is not None and name not in self._constructions:
            self._constructions[name] = self._construction(name)
        return self._constructions[name] if name is not None else None

    def _construction(self, name: str) -> Shape | None:
        cls = self.class_named(name)
        if cls is not None:
            return Instance(cls)
        last = name.rpartition(".")[2]
        if last.lstrip("_")[:1].isupper() or name == "builtins.str":
            return Made(name)
        may_be_known = endings(self.facts, *_OBJECTS).may_be(last)
        return Made(name) if may_be_known and any(self.facts.row(each, name) for each in _OBJECTS) else None

    def class_named(self, name: str) -> Class | None:
        """The class of the project that this module names so."""
        if name not in self._classes:
            self._classes[name] = self.module.classes.get(name) or self.modules.class_named(name, self.module)
        return self._classes[name]

    def function_called(self, name: str | None) -> Function | None:
        """The top-level function of the project that this module names so."""
        if name is None:
            return None
        away = self.modules.variable(name, self.module)
        module, own = away if away is not None else (self.module, name[len(self.module.prefix) :])
        return module.scope.functions.get(own)

    def annotation(self, node: ir.Expression, scope: Scope) -> Shape | None:
        """The class that an annotation names, also inside `Optional[X]`, `X | None` and subscripts."""
        return annotated(node, scope, self.class_named, self.facts)

    def result(self, function: Function) -> frozenset[Shape]:
        """The value that a function returns, as far as the form of its `return`s tells."""
        view = self.seen_from(function.scope)
        given = view.factories.result(function)
        if given is not None:
            return frozenset({given.shape})
        returned = [each.value for each in nodes_in(function.scope) if isinstance(each, ir.Return) and each.value]
        return frozenset(filter(None, (view.expression(each, function.scope) for each in returned)))

    def parameter(self, function: Function, name: str) -> frozenset[Shape]:
        """The shapes of a parameter by its annotation; a receiver is an instance of the class, or the class."""
        known = self._parameters.get((function, name))
        if known is None:
            view = self.seen_from(function.scope)
            known = view._parameter(function, name) if view is self else view.parameter(function, name)
            self._parameters[function, name] = known
        return known

    def _parameter(self, function: Function, name: str) -> frozenset[Shape]:
        if name == function.receiver and function.owner is not None:
            made = ClassObject(function.owner) if function.is_class_method else Instance(function.owner)
            return frozenset({made})
        annotation = function.scope.annotations.get(name)
        if annotation is None:
            bound = class_bound_to(function, name, self.facts)
            cls = self.factories.class_called(bound, function.around) if bound is not None else None
            return frozenset({Instance(cls)}) if cls is not None else self.passed.to(function, name)
        annotated = self.annotation(annotation, function.scope)
        return frozenset({annotated}) if annotated else NO_SHAPES

    def class_attribute(self, cls: Class, name: str, through_instance: bool) -> Class | None:
        """The class whose attribute `name` is meant; None if an instance has, or may have, one of its own. A literal
        cannot be mutated: through an instance it stands for what some method assigns, or for what nothing in sight
        gives."""
        declaring = cls.declaring(name)
        if declaring is None or name in declaring.scope.functions or name in declaring.scope.classes:
            return None
        bound = declaring.scope.bindings[name]
        if through_instance and all(isinstance(each, ir.Constant) for each in bound):
            if name in self.attributes.bindings(cls) or self._has_what_is_given(cls):
                return None
            if not any(name in attributes_with_objects(each.module) for each in (declaring, cls, self)):
                return None
        if not through_instance:
            return declaring
        is_copied = copies_default(cls, declaring, name, self) or may_be_a_descriptor(name, declaring.scope, self)
        return None if is_copied or name in self.attributes.made(cls) else declaring

    def _has_what_is_given(self, cls: Class) -> bool:
        """Whether a library sets attributes of each instance to objects given for all."""
        row = self.facts.first(GivesEach, cls.foreign_bases())
        return row is not None and not row.method

    def attribute(self, cls: Class, name: str) -> frozenset[Shape]:
        """The shapes of the attribute `name` of an instance, by the assignments in methods and class body."""
        known = self._attributes.get((cls, name))
        if known is None:
            self._attributes[cls, name] = NO_SHAPES  # of an attribute that depends on itself nothing is known
            view = self.seen_from(cls.scope)
            known = view._attribute(cls, name) if view is self else view.attribute(cls, name)
            self._attributes[cls, name] = known
        return known

    def _attribute(self, cls: Class, name: str) -> frozenset[Shape]:
        lineage = cls.lineage()
        found = {own for each in lineage for own in self.seen_from(each.scope).privates.attribute(each, name)}
        for binding in self.attributes.bindings(cls).get(name, ()):
            found.update(self.seen_from(binding.method.scope)._bound(binding))
        declaring = cls.declaring(name)
        if declaring is None:
            return frozenset(found)
        view, annotation = self.seen_from(declaring.scope), declaring.scope.annotations.get(name)
        return view._declared(frozenset(found), annotation, declaring.scope)

    def _bound(self, binding: Binding) -> Iterator[Shape]:
        """The shape of one assignment to an attribute; of `given or Default()` only the default is known."""
        scope, method = binding.method.scope, binding.method
        shapes: set[Shape] = set()
        for value in alternatives(binding.value):
            if isinstance(value, ir.Name) and value.id in method.parameters:
                shapes |= self.parameter(method, value.id)
            elif isinstance(value, (ir.Name, ir.Attribute)):
                shapes.update(each for each in self.factories.named(value, scope) if isinstance(each, Instance))
            shapes.update(each for each in self._may_be(value, scope) if each is not None)
        yield from self._declared(frozenset(shapes), binding.annotation, scope)


def _first(shapes: Iterable[Shape | None]) -> Shape | None:
    """The first that is known."""
    return next((each for each in shapes if each is not None), None)


def _is_own_module(node: ir.Subscript) -> bool:
    return last_name(node.value) == "modules" and spelled(node) == OWN_MODULE


def is_container(shapes: Iterable[object], facts: Facts) -> bool:
    """Whether an object of one of these shapes can be mutated, so that its content is read again at each use."""
    for each in shapes:
        if isinstance(each, Made) and facts.row(Container, each.type) is not None:
            return True
    return False
