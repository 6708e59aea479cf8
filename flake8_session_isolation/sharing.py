"""What a variable holds, and which class attributes all instances share.

`Sharing` answers from bindings alone: every plain assignment of a name in its scope, annotations where those say
nothing.  It knows no flow.
"""

from __future__ import annotations

import ast
from functools import cached_property

from flake8_session_isolation.facts import Container, CopiesDefaults, Facts, Lock, Logger, Private
from flake8_session_isolation.program import DEFINITIONS, Class, Function, Module, Scope, dotted, holder
from flake8_session_isolation.values import ClassObject, Constant, Instance, Made, Named, Shape

_DISPLAYS: dict[type[ast.expr], str] = {
    ast.List: "builtins.list",
    ast.ListComp: "builtins.list",
    ast.Dict: "builtins.dict",
    ast.DictComp: "builtins.dict",
    ast.Set: "builtins.set",
    ast.SetComp: "builtins.set",
}
_TYPING = {
    "List": "builtins.list",
    "Dict": "builtins.dict",
    "Set": "builtins.set",
    "MutableMapping": "builtins.dict",
    "MutableSequence": "builtins.list",
    "MutableSet": "builtins.set",
    "Deque": "collections.deque",
    "DefaultDict": "collections.defaultdict",
    "OrderedDict": "collections.OrderedDict",
    "Counter": "collections.Counter",
}
_FACTORY_FIRST = frozenset({"collections.defaultdict"})
_MAKERS = frozenset({"__init__", "__new__", "__post_init__", "__init_subclass__", "__attrs_post_init__"})


class Sharing:
    """Shapes of variables and lifetimes of class attributes of one module."""

    def __init__(self, module: Module, facts: Facts) -> None:
        """For the names of `module`, with `facts` about what is imported."""
        self.module = module
        self.facts = facts

    def variable(self, name: str, scope: Scope) -> frozenset[Shape]:
        """What the variable `name` of `scope` may be; empty for unknown."""
        found = (self.expression(each, scope) for each in scope.bindings.get(name, ()) if each is not None)
        shapes: frozenset[Shape] = frozenset(each for each in found if each is not None)
        solid = frozenset(each for each in shapes if not isinstance(each, Constant))
        annotation = scope.annotations.get(name)
        if not solid and annotation is not None:
            told = self.annotation(annotation, scope)
            return shapes | {told} if told else shapes
        return shapes

    def expression(self, node: ast.expr, scope: Scope) -> Shape | None:
        """What an expression makes, as far as its form tells."""
        if isinstance(node, ast.Constant):
            return Constant(repr(node.value))
        if isinstance(node, ast.JoinedStr):
            return Constant("''")
        if isinstance(node, ast.UnaryOp) and isinstance(node.operand, ast.Constant):
            return Constant(ast.unparse(node))
        if isinstance(node, ast.BinOp):
            return self.expression(node.left, scope) or self.expression(node.right, scope)
        if isinstance(node, ast.Await):
            return self.expression(node.value, scope)
        if isinstance(node, ast.Call):
            made = self.construction(dotted(node.func, scope))
            factory = node.args[0] if node.args and isinstance(made, Made) and made.type in _FACTORY_FIRST else None
            return self._with_entry(made, [self.factory(factory, scope)]) if factory else made
        display = _DISPLAYS.get(type(node))
        parts = node.values if isinstance(node, ast.Dict) else getattr(node, "elts", [])
        return self._with_entry(Made(display), [self.expression(each, scope) for each in parts]) if display else None

    def _with_entry(self, made: Shape | None, entries: list[Shape | None]) -> Shape | None:
        """A container whose items are all of one shape."""
        only = set(entries)
        if isinstance(made, Made) and len(only) == 1 and not isinstance(entries[0], Constant):
            return Made(made.type, entries[0])
        return made

    def factory(self, node: ast.expr, scope: Scope) -> Shape | None:
        """What a callable gives: `list`, `asyncio.Lock`, `lambda: []`."""
        if isinstance(node, ast.Lambda):
            return self.expression(node.body, scope)
        return self.construction(dotted(node, scope))

    def construction(self, name: str | None) -> Shape | None:
        """The instance that calling `name` gives; a factory of the project or an unknown call gives None."""
        if name is None:
            return None
        if name in self.module.classes:
            return Instance(self.module.classes[name])
        is_class = name.rpartition(".")[2].lstrip("_")[:1].isupper()
        if is_class or any(self.facts.tell(each, name) for each in (Container, Lock, Private, Logger)) or name == "builtins.str":
            return Made(name)
        return None

    def annotation(self, node: ast.expr, scope: Scope) -> Shape | None:
        """The class an annotation names; `Optional[X]`, `X | None` and subscripts are looked through."""
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            try:
                node = ast.parse(node.value, mode="eval").body
            except SyntaxError:
                return None
        if isinstance(node, ast.BinOp):
            return self.annotation(node.left, scope) or self.annotation(node.right, scope)
        if isinstance(node, ast.Subscript):
            base = dotted(node.value, scope) or ""
            inner = base.rpartition(".")[2]
            if inner in {"Optional", "Annotated", "Final", "ClassVar"}:
                first = node.slice.elts[0] if isinstance(node.slice, ast.Tuple) and node.slice.elts else node.slice
                return self.annotation(first, scope)
            return self._generic(self.annotation(node.value, scope), node.slice, scope)
        name = dotted(node, scope)
        if name is None:
            return None
        if name in self.module.classes:
            return Instance(self.module.classes[name])
        known = _TYPING.get(name.rpartition(".")[2], name) if name.startswith("typing.") else name
        return Made(known) if self.facts.tell(Container, known) or "." in known and known[:9] != "builtins." else None

    def _generic(self, made: Shape | None, inside: ast.expr, scope: Scope) -> Shape | None:
        """`dict[str, list]` says what its items are: the last of its arguments."""
        last = inside.elts[-1] if isinstance(inside, ast.Tuple) and inside.elts else inside
        entry = self.annotation(last, scope)
        return Made(made.type, entry) if isinstance(made, Made) and entry else made

    def parameter(self, function: Function, name: str) -> frozenset[Shape]:
        """What a parameter is by its annotation; the receiver is an instance of the class, or the class."""
        if name == function.receiver and function.owner is not None:
            made = ClassObject(function.owner) if function.is_class_method else Instance(function.owner)
            return frozenset({made})
        annotation = function.scope.annotations.get(name)
        told = self.annotation(annotation, function.scope) if annotation is not None else None
        return frozenset({told}) if told else frozenset()

    def class_attribute(self, cls: Class, name: str, through_instance: bool) -> Class | None:
        """The class whose attribute `name` is meant; None where an instance has one of its own, or may have."""
        declaring = cls.declaring(name)
        if declaring is None or name in declaring.scope.functions or name in declaring.scope.classes:
            return None
        if through_instance and (self.copies_defaults(cls, declaring, name) or self.is_bound_on_instances(cls, name)):
            return None
        return declaring

    def copies_defaults(self, cls: Class, declaring: Class, name: str) -> bool:
        """Whether instances get their own copy: by facts, or perhaps, by a base that we cannot see into.

        An unknown base can turn annotated class variables into fields (pydantic, SQLModel ...), so an annotated one
        counts as copied there; a bare assignment stays an attribute of the class.
        """
        foreign = cls.foreign_bases()
        marks = [dotted(_callee(each), cls.scope) for every in cls.lineage() for each in every.node.decorator_list]
        if any(self.facts.tell(CopiesDefaults, each) for each in (*foreign, *marks)):
            return True
        annotation = declaring.scope.annotations.get(name)
        is_class_variable = annotation is not None and "ClassVar" in ast.dump(annotation)
        return bool(foreign or marks) and annotation is not None and not is_class_variable

    def is_bound_on_instances(self, cls: Class, name: str) -> bool:
        """Whether making an instance binds `self.name`: in a constructor, a helper it calls, a slot or a property.

        A base that we cannot see into may call any method while it makes the instance.
        """
        return any(name in self._bound_by_making(each) for each in cls.lineage())

    def _bound_by_making(self, cls: Class) -> frozenset[str]:
        known = self._making.get(cls.name)
        return known if known is not None else frozenset()

    @cached_property
    def _making(self) -> dict[str, frozenset[str]]:
        """Per class, the attributes of `self` that making an instance binds."""
        found = {}
        for cls in self.module.classes.values():
            makers = set(cls.scope.functions) if cls.foreign_bases() else set(_MAKERS)
            names = {each for method in self._reached(cls, makers) for each in _bound_on_receiver(method)}
            found[cls.name] = frozenset(names | _slots(cls))
        return found

    def _reached(self, cls: Class, names: set[str]) -> list[Function]:
        """The methods called `names`, and those that they mention."""
        reached: list[Function] = []
        waiting = sorted(names)
        while waiting:
            method = cls.method(waiting.pop())
            if method is not None and method not in reached:
                reached.append(method)
                own = {each for cls in cls.lineage() for each in cls.scope.functions}
                waiting.extend(sorted(method.mentions & own))
        return reached


def _callee(node: ast.expr) -> ast.expr:
    return node.func if isinstance(node, ast.Call) else node


def _bound_on_receiver(method: Function) -> set[str]:
    """Attributes that a method assigns on its first parameter, `setattr` and `__dict__` aside.

    In `__new__` the instance is a local variable: any local will do.
    """
    receiver = method.receiver
    is_new = method.name.endswith("__new__")
    found = set()
    for node in ast.walk(method.node):
        if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store) and isinstance(node.value, ast.Name):
            if node.value.id == receiver or is_new:
                found.add(node.attr)
    return found


def _slots(cls: Class) -> set[str]:
    """Names in `__slots__`."""
    for node in cls.scope.bindings.get("__slots__", ()):
        if isinstance(node, (ast.Tuple, ast.List)):
            return {each.value for each in node.elts if isinstance(each, ast.Constant) and isinstance(each.value, str)}
    return set()


def scope_of(name: str, function: Function) -> Scope | None:
    """The scope that holds what `name` means inside `function`."""
    return holder(name, function.scope)


def is_factory_of(outer: Function, inner: Function) -> bool:
    """Whether `outer` returns `inner`, directly or in a call: the shape of a decorator and of a factory."""
    for node in ast.walk(outer.node):
        if isinstance(node, ast.Return) and node.value is not None:
            last = inner.name.rpartition(".")[2]
            if any(isinstance(each, ast.Name) and each.id == last for each in ast.walk(node.value)):
                return True
    return any(each is inner.node for each in ast.walk(outer.node)) and not isinstance(outer.node, DEFINITIONS)
