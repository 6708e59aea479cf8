"""Modules, classes, functions, and the scopes whose names they bind (Python reference, 4.2, "Naming and binding").

`lowering` fills these values in one walk; afterwards they are only looked at.  What a name means across modules is
found out by `linking`.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Set
from functools import cached_property

from flake8_session_isolation.frontend.ir import (
    Attribute,
    Call,
    Constant,
    Expr,
    Expression,
    Name,
    Node,
    Raise,
    Statement,
)
from flake8_session_isolation.frontend.memoised import memoised_within

NO_NAMES: frozenset[str] = frozenset()
LAMBDA = "<lambda>"
"""The name of a function without one, as Python calls it."""


class Scope:
    """The names that one module, class or function body binds.

    `bindings` holds each expression that a plain assignment gives a name; None stands for a binding that is no plain
    assignment (a loop target, a parameter, an unpacking).  `setters` are the functions that assigning to a property
    calls; those of `functions` that have the same names are its getters.  The `outermost` scope knows its `module`.
    """

    def __init__(self, owner: Function | Class | None, parent: Scope | None, module: Module | None = None) -> None:
        """Of `owner`'s body, inside `parent`; nothing is bound yet."""
        self.owner = owner
        self.parent = parent
        self.outermost: Scope = parent.outermost if parent is not None else self
        self.module = module
        self.bindings: dict[str, list[Expression | None]] = {}
        self.annotations: dict[str, Expression] = {}
        self.imports: dict[str, str] = {}
        self.functions: dict[str, Function] = {}
        self.setters: dict[str, Function] = {}
        self.classes: dict[str, Class] = {}
        self.global_names: Set[str] = NO_NAMES
        self.nonlocal_names: Set[str] = NO_NAMES
        self.star_imports: list[str] = []

    def binds(self, name: str) -> bool:
        """Whether the body itself binds `name`."""
        return name in self.bindings


_OF_OLD_COROUTINES = frozenset({"coroutine", "inlineCallbacks"})


class Footprint:
    """What the text of a function says of names, whatever they mean: enough to choose what to look at closely.

    `variables` and `attributes` are the names in its body, `parts` pairs of a variable and an attribute on a way that
    begins with it, `rootless` attributes of what no variable leads to or an argument of a call may be, `mentions` all
    names, also those in what is nested in it; `stores` variables on whose parts
    something is stored or deleted, `uses` those whose object or part has a method called, is bound, handed over or
    given back; `fields` the attributes on either way, `class_stores` attributes stored on a class;
    `changed_variables`, `changed_attributes` and `changed_results` the names and calls on the way to what is stored,
    deleted or changed by a method; `enters` the last names of what `with` statements enter, `blocks_in` of those that
    do not wait for it.
    """

    __slots__ = (
        *("attributes", "blocks_in", "changed_attributes", "changed_results", "changed_variables"),
        *("class_stores", "enters", "fields"),
        *("mentions", "parts", "rootless", "stores", "uses", "variables"),
    )

    def __init__(self) -> None:
        """Of an empty body."""
        self.variables: set[str] = set()
        self.attributes: set[str] = set()
        self.parts: set[tuple[str, str]] = set()
        self.rootless: set[str] = set()
        self.mentions: set[str] = set()
        self.stores: set[str] = set()
        self.uses: set[str] = set()
        self.fields: set[str] = set()
        self.class_stores: set[str] = set()
        self.changed_variables: set[str] = set()
        self.changed_attributes: set[str] = set()
        self.changed_results: list[Call] = []
        self.enters: set[str] = set()
        self.blocks_in: set[str] = set()

    def close(self) -> None:
        """The whole body is noted: what is empty stays so, in one object for all functions."""
        for name in self.__slots__:
            if not getattr(self, name):
                setattr(self, name, NO_NAMES)


class Signature:
    """The parameters of a function: `positional` ones, `vararg`, `keyword_only` ones, `kwarg`; `defaults` are pairs of
    a parameter and the expression of its default."""

    __slots__ = ("defaults", "keyword_only", "kwarg", "names", "positional", "vararg")

    def __init__(
        self,
        positional: tuple[str, ...] = (),
        vararg: str | None = None,
        keyword_only: tuple[str, ...] = (),
        kwarg: str | None = None,
        defaults: tuple[tuple[str, Expression], ...] = (),
    ) -> None:
        self.positional = positional
        self.vararg = vararg
        self.keyword_only = keyword_only
        self.kwarg = kwarg
        self.defaults = defaults
        self.names = (*positional, *((vararg,) if vararg else ()), *keyword_only, *((kwarg,) if kwarg else ()))


class Function:
    """A function, method or lambda; `name` is dotted from the module's top (`Agent.ask`).

    Decorators that give back what they are given are left out if they are of the same module.
    """

    def __init__(
        self, name: str, scope: Scope, owner: Class | None, signature: Signature, line: int, column: int
    ) -> None:
        """Whose body is not lowered yet."""
        self.name = name
        self.scope = scope
        self.owner = owner
        self.signature = signature
        self.line = line
        self.column = column
        self.end_line = line
        self.is_coroutine = False
        self.is_lambda = False
        self.is_identity = self.makes_identity = False
        self.yields = False
        self.decorators: tuple[Expression, ...] = ()
        self.returns: Expression | None = None
        self.body: tuple[Statement, ...] = ()
        self.footprint = Footprint()

    def __repr__(self) -> str:
        """Short, as it appears in printed values."""
        return f"<{self.name}>"

    @property
    def short_name(self) -> str:
        """The name without those of the classes and functions around it."""
        return self.name.rpartition(".")[2]

    @property
    def local_name(self) -> str:
        """The name as the module itself would write it, from its top."""
        return self.name[len(home(self.scope).prefix) :]

    @property
    def parameters(self) -> tuple[str, ...]:
        """Names of all parameters in the order of the signature, `*args` and `**kwargs` at their places."""
        return self.signature.names

    @property
    def defaults(self) -> tuple[tuple[str, Expression], ...]:
        """Parameters that have a default, with its expression."""
        return self.signature.defaults

    @property
    def around(self) -> Scope:
        """The scope in which its decorators, defaults and annotations are evaluated."""
        return self.scope.parent or self.scope

    @property
    def mentions(self) -> set[str]:
        """All names in the body and in what is nested in it."""
        return self.footprint.mentions

    @cached_property
    def is_static(self) -> bool:
        """Whether it takes no receiver."""
        return self.owner is None or any(last_name(each) == "staticmethod" for each in self.decorators)

    @cached_property
    def is_context_manager(self) -> bool:
        """Whether it is a generator that a decorator turns into a context manager."""
        return self.yields and any((last_name(each) or "").endswith("contextmanager") for each in self.decorators)

    @cached_property
    def is_old_coroutine(self) -> bool:
        """Whether it is a generator that another module's decorator runs as a coroutine: `@gen.coroutine`."""
        names = {last_name(each) for each in self.decorators} & _OF_OLD_COROUTINES
        return bool(names) and names.isdisjoint(self.scope.outermost.functions)

    @cached_property
    def is_stub(self) -> bool:
        """Whether its body says nothing about the code that runs: it is abstract, not implemented, or a method that
        does nothing and may be overridden."""
        if self.is_lambda:
            return False
        if any((last_name(each) or "").startswith("abstract") for each in self.decorators):
            return True
        rest = [each for each in self.body if not (isinstance(each, Expr) and isinstance(each.value, Constant))]
        if rest:
            return len(rest) == 1 and isinstance(rest[0], Raise) and last_name(rest[0].exc) == "NotImplementedError"
        if any(isinstance(each, Expr) and getattr(each.value, "value", None) is ... for each in self.body):
            return True
        is_special = self.short_name.startswith("__") and self.short_name.endswith("__")
        return self.owner is not None and not is_special

    @cached_property
    def is_class_method(self) -> bool:
        """Whether its first parameter is the class."""
        known = {"__new__", "__init_subclass__", "__class_getitem__"}
        return self.owner is not None and (
            self.owner.is_metaclass
            or self.short_name in known
            or any(last_name(each) == "classmethod" for each in self.decorators)
        )

    @cached_property
    def receiver(self) -> str | None:
        """The parameter that is the instance or the class, if there is one."""
        if self.is_static or self.is_lambda:
            return None
        return next(iter(self.parameters), None)


class Class:
    """A class of the module.

    `bases` are dotted names as far as names alone tell, None where they do not; `elsewhere` are those of them that
    are in other modules of the project.  Both are filled by `linking`, as is `ancestry`.
    """

    def __init__(self, name: str, scope: Scope, module: Module, line: int) -> None:
        """Whose body is not lowered yet."""
        self.name = name
        self.scope = scope
        self.module = module
        self.line = line
        self.end_line = line
        self.decorators: tuple[Expression, ...] = ()
        self.base_nodes: tuple[Expression, ...] = ()
        self.keywords: tuple[tuple[str | None, Expression], ...] = ()
        self.body: tuple[Statement, ...] = ()
        self.bases: tuple[str | None, ...] = ()
        self.ancestry: list[Class] = []
        self.elsewhere: dict[str, Class] = {}

    def __repr__(self) -> str:
        """Short, as it appears in printed values."""
        return f"<class {self.name}>"

    @property
    def short_name(self) -> str:
        """The name without those of the classes and functions around it."""
        return self.name.rpartition(".")[2]

    @property
    def is_metaclass(self) -> bool:
        """Whether its instances are classes."""
        return "builtins.type" in self.bases

    def lineage(self) -> list[Class]:
        """The class and its bases in the project, in method resolution order."""
        return self.ancestry or [self]

    def method(self, name: str) -> Function | None:
        """The function that an instance finds under `name`."""
        for each in self.ancestry or (self,):
            found = each.scope.functions.get(name)
            if found is not None:
                return found
        return None

    @property
    def own_methods(self) -> list[Function]:
        """All functions of its body, getters and setters of properties included."""
        return [*self.scope.functions.values(), *self.scope.setters.values()]

    def setter(self, name: str) -> Function | None:
        """The setter of the property `name`."""
        return next((each.scope.setters[name] for each in self.lineage() if name in each.scope.setters), None)

    def declaring(self, attribute: str) -> Class | None:
        """The class of the lineage whose body binds `attribute`."""
        return next((each for each in self.lineage() if each.scope.binds(attribute)), None)

    def foreign_bases(self) -> set[str | None]:
        """Dotted names of all bases that are not the project's; None for one that is not a name."""
        return {base for each in self.lineage() for base in each.bases if not each.knows(base)} - {"builtins.object"}

    def knows(self, base: str | None) -> bool:
        """Whether a base is a class of the project."""
        return base in self.elsewhere or base in self.module.classes


class Module:
    """One lowered file, `name` as the project imports it, `path` on disk, `text` its source.

    The names of functions and classes begin with `prefix`: nothing in the linted file, the module's name in others.
    `imported` are the dotted names that an `import` statement shows to be modules, `libraries` the first names of all
    imports; `rebound` the variables that some function declares `global`, `stored_attributes` the names to
    which something is assigned as an attribute, and those that calls assign.
    """

    def __init__(self, name: str = "", path: str = "", prefix: str = "") -> None:
        """Whose body is not lowered yet."""
        self.name = name
        self.path = path
        self.prefix = prefix
        self.text = ""
        self.stamp: tuple[int, int] | None = None
        self.scope = Scope(None, None, self)
        self.body: tuple[Statement, ...] = ()
        self.functions: list[Function] = []
        self.classes: dict[str, Class] = {}
        self.every_class: list[Class] = []
        self.imported: set[str] = set()
        self.libraries: set[str] = set()
        self.rebound: set[str] = set()
        self.stored_attributes: set[str] = {"environ", "stdout", "stderr"}

    def scopes(self) -> Iterator[Scope]:
        """The module's own scope, those of its classes, those of its functions."""
        yield self.scope
        yield from (each.scope for each in self.classes.values())
        yield from (each.scope for each in self.functions)

    @cached_property
    def functions_by_name(self) -> dict[str, Function]:
        """The functions by their names; of several of one name, the first."""
        return {each.name: each for each in reversed(self.functions)}

    @cached_property
    def initialiser(self) -> Function:
        """The module's own statements, as the body of a function."""
        made = Function(f"{self.prefix}<module>", self.scope, None, Signature(), 1, 0)
        made.body = self.body
        return made

    @cached_property
    def folder(self) -> str:
        """Where it is on disk."""
        return os.path.dirname(self.path)


@memoised_within
def holder(name: str, scope: Scope) -> Scope | None:
    """The scope whose variable `name` means in `scope`; None for a builtin or an unknown name."""
    at: Scope | None = scope
    while at is not None:
        if name in at.global_names:
            return at.outermost
        if name in at.bindings and name not in at.nonlocal_names and (at is scope or not isinstance(at.owner, Class)):
            return at
        at = at.parent
    return None


def functions_around(scope: Scope) -> Iterator[Function]:
    """The functions that enclose a scope, the innermost first."""
    at = scope.parent
    while at is not None:
        if isinstance(at.owner, Function):
            yield at.owner
        at = at.parent


def home(scope: Scope) -> Module:
    """The module in which a scope is."""
    module = scope.outermost.module
    assert module is not None
    return module


def heirs_beside(cls: Class) -> list[Class]:
    """The classes of the same module that inherit from a class, as far as `linking` has found out."""
    return [each for each in cls.module.classes.values() if each is not cls and cls in each.lineage()]


def last_name(node: Node | None) -> str | None:
    """The last name of a decorator, called or not."""
    if isinstance(node, Call):
        node = node.func
    return node.attr if isinstance(node, Attribute) else node.id if isinstance(node, Name) else None
