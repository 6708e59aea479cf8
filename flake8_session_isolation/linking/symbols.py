"""Name resolution: dotted names through imports and aliases, and method resolution order."""

from __future__ import annotations

import builtins
from collections.abc import Iterator, Sequence

from flake8_session_isolation.facts import describes, has_file
from flake8_session_isolation.frontend import ir
from flake8_session_isolation.frontend.call_sites import nodes_in
from flake8_session_isolation.frontend.memoised import memoised, memoised_within
from flake8_session_isolation.frontend.scopes import Class, Function, Module, Scope, holder, last_name
from flake8_session_isolation.frontend.walking import first_variable

_PROPERTIES = ("builtins.property", "functools.cached_property")
_BUILTINS = frozenset(dir(builtins))

MOST_ALIASES = 20
"""Names that stand for other names, one after the other."""


def dotted(node: ir.Expression, scope: Scope, aliases: int = 0) -> str | None:
    """The dotted name of what an expression names (`np.random.seed` -> `numpy.random.seed`), through imports.

    A name of the module itself comes back as it is (`Agent.ask`), a builtin as `builtins.list`; None is
    anything that is not a chain of names, or begins with a local variable.  `aliases` counts those gone through.
    """
    steps: list[str] = []
    while isinstance(node, ir.Attribute):
        steps.append(node.attr)
        node = node.value
    if not isinstance(node, ir.Name) or aliases > MOST_ALIASES:
        return None
    origin = _found_origin(node.id, scope, aliases) if aliases else _origin(node.id, scope)
    if not origin:
        return None
    return ".".join([origin, *reversed(steps)]) if steps else origin


@memoised_within
def _origin(name: str, scope: Scope) -> str | None:
    """What a name stands for that no alias led to."""
    return _found_origin(name, scope, 0)


def _found_origin(name: str, scope: Scope, aliases: int) -> str | None:
    found = holder(name, scope)
    if found is None:
        if name in _BUILTINS:
            return f"builtins.{name}"
        stars = scope.outermost.star_imports
        named = (whole for each in _starred_libraries(scope.outermost) if describes(whole := f"{each}.{name}"))
        return next(named, f"{stars[-1]}.{name}") if stars else None
    if name in found.imports:
        return found.imports[name]
    if name in found.functions:
        return found.functions[name].name
    if name in found.classes:
        return found.classes[name].name
    return _alias(name, found, aliases)


@memoised
def _starred_libraries(scope: Scope) -> Sequence[str]:
    """What a module imports all names of, and facts know, the last one first."""
    return [each for each in reversed(scope.star_imports) if has_file(each.partition(".")[0])]


def _alias(name: str, scope: Scope, aliases: int) -> str | None:
    """The meaning of `name` if its only binding is another name: `Base = declarative.Base`."""
    own = (scope.module.prefix if scope.module else "") + name if scope.parent is None else None
    bound = scope.bindings.get(name, [])
    node = uncast(bound[0], scope) if len(bound) == 1 and bound[0] is not None else None
    if isinstance(node, (ir.Name, ir.Attribute)) and first_variable(node) != name:
        return dotted(node, scope, aliases + 1) or own
    return own


def uncast(node: ir.Expression, scope: Scope) -> ir.Expression:
    """What `cast(Type, thing)` gives back, the thing itself; anything else as it is."""
    if isinstance(node, ir.Call) and len(node.args) == 2 and last_name(node.func) == "cast":
        return node.args[1] if dotted(node.func, scope) in _CASTS else node
    return node


_CASTS = frozenset({"typing.cast", "typing_extensions.cast"})
"""What only tells a type checker the type of a thing."""


def is_property(function: Function) -> bool:
    """Whether reading an attribute calls the function."""
    return any(dotted(each, function.scope) in _PROPERTIES for each in function.decorators)


def names_thing(module: Module, dotted_name: str) -> bool:
    """Whether a module mentions what another calls by this dotted name, in an import or anywhere else."""
    if dotted_name in module.scope.imports.values():
        return True
    around, _, last = dotted_name.rpartition(".")
    return around in module.imported and any(
        isinstance(node, ir.Attribute) and node.attr == last for node in nodes_in(module.scope)
    )


def bind_bases(module: Module) -> None:
    """Find the dotted names of the bases of each class; a metaclass other than `abc.ABCMeta` counts as a further base,
    because it decides about attributes, too."""
    for each in module.classes.values():
        meta = [value for name, value in each.keywords if name == "metaclass" and last_name(value) != "ABCMeta"]
        each.bases = tuple(dotted(base, each.scope) for base in (*each.base_nodes, *meta))
    linearise(module)


MOST_ANCESTORS = 50
"""Classes in the method resolution order of one; bases behind them are unknown."""


def linearise(module: Module) -> None:
    """Find the method resolution order of each class again."""
    for each in module.classes.values():
        each.ancestry = []
    for each in module.classes.values():
        _linearise(each)


def _linearise(cls: Class) -> None:
    """Compute the order of a class after those of its bases; a class that inherits from itself is alone in it."""
    begun: set[Class] = set()
    waiting = [cls]
    while waiting:
        at = waiting[-1]
        begun.add(at)
        before = [each for each in _parents(at) if not each.ancestry and each not in begun]
        if before:
            waiting += before
            continue
        waiting.pop()
        at.ancestry = at.ancestry or _ordered(at)[:MOST_ANCESTORS]


def _parents(cls: Class) -> list[Class]:
    """The bases of a class in the project; a metaclass follows them, and hands nothing on to instances."""
    known = {**cls.elsewhere, **cls.module.classes} if cls.elsewhere else cls.module.classes
    own = cls.bases[: len(cls.base_nodes)]
    return [known[base] for base in own if base is not None and base in known and known[base] is not cls]


def _ordered(cls: Class) -> list[Class]:
    """C3 linearisation (https://www.python.org/download/releases/2.3/mro/) over the classes of the project; where there
    is none, the order of the source."""
    parents = _parents(cls)
    if len(parents) == 1:
        return [cls, *(each for each in parents[0].lineage() if each is not cls)]
    return [cls, *_merged([*(each.lineage() for each in parents), parents], cls)]


def _merged(queues: list[list[Class]], own: Class) -> Iterator[Class]:
    while queues := [queue for queue in queues if queue]:
        tails = {id(each) for queue in queues for each in queue[1:]}
        head = next((queue[0] for queue in queues if id(queue[0]) not in tails), queues[0][0])
        queues = [[each for each in queue if each is not head] for queue in queues]
        if head is not own:
            yield head
