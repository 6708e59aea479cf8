"""Values of names and attributes in the function that is interpreted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from flake8_session_isolation.dataflow import application_storage as storage
from flake8_session_isolation.dataflow import transfer_context_storage as contextual
from flake8_session_isolation.dataflow.access_paths import Path, Step
from flake8_session_isolation.dataflow.cached_functions import kept_object
from flake8_session_isolation.dataflow.effects import Use
from flake8_session_isolation.dataflow.state import Flow, Here
from flake8_session_isolation.dataflow.values import (
    CONTEXT,
    UNKNOWN,
    AnyShape,
    Callable,
    LibraryMethod,
    Origin,
    Value,
    either,
)
from flake8_session_isolation.facts import Carrier, Container, Facts, SessionProxy
from flake8_session_isolation.frontend import ir
from flake8_session_isolation.frontend.scopes import Class, Function, Module, Scope, holder, home
from flake8_session_isolation.frontend.sets import in_order
from flake8_session_isolation.frontend.walking import attribute_chain
from flake8_session_isolation.linking.call_results import unwrapped
from flake8_session_isolation.linking.captured_variables import Chain, captured, is_object, other_names
from flake8_session_isolation.linking.function_values import function_values, makes_function
from flake8_session_isolation.linking.kept_instances import is_kept
from flake8_session_isolation.linking.library_constructors import conversation
from flake8_session_isolation.linking.object_types import OWN_MODULE, is_container
from flake8_session_isolation.linking.places import Kind, Root
from flake8_session_isolation.linking.shapes import THREAD, ClassObject, Constant, Instance, Made, Named, Shape
from flake8_session_isolation.linking.singletons import is_made_for_one
from flake8_session_isolation.linking.stored_conversations import stored_as
from flake8_session_isolation.linking.symbols import dotted, is_property, uncast


def closure(function: Function, flow: Flow) -> Value:
    """A function created here: it holds the data of the local variables that it captures."""
    made = Value(shapes=frozenset({Callable(function)}))
    bound = function.scope.bindings
    captured = [flow.names[each] for each in function.mentions if each in flow.names and each not in bound]
    origins = frozenset(one for each in captured for one in each.origins)
    return made.replaced(origins=origins) if origins else made


def function_made(node: ir.Lambda, here: Here, flow: Flow, use: Use) -> Value:
    """What a lambda is."""
    return closure(node.function, flow)


def outer_variable(node: ir.Name, here: Here) -> Value:
    """A variable of an enclosing scope."""
    scope = holder(node.id, here.frame.function.scope)
    if scope is None:
        starred = here.frame.sharing.modules.starred(node.id, here.frame.module)
        if starred is not None:
            return variable(starred[1], starred[0].scope, here)
        return _named(dotted(node, here.frame.function.scope) or f"builtins.{node.id}", here)
    return variable(node.id, scope, here)


def variable(name: str, scope: Scope, here: Here) -> Value:
    """The value of a variable of `scope`, as seen from this function."""
    frame = here.frame
    bindings = scope.bindings.get(name, [])
    if name in scope.imports:
        found = _copied_at_import(name, scope, here) if len(bindings) == 1 else None
        return found if found is not None else _named(scope.imports[name], here)
    if len(bindings) == 1 and name in scope.functions:
        return Value(shapes=frozenset({Callable(scope.functions[name])}))
    if len(bindings) == 1 and name in scope.classes:
        return Value(shapes=frozenset({ClassObject(scope.classes[name])}))
    alias = _alias(bindings[0], scope, here) if len(bindings) == 1 and bindings[0] is not None else None
    if alias is not None:
        return alias
    shapes = frame.sharing.variable(name, scope)
    if scope.parent is None:
        facts = frame.sharing.seen_from(scope).facts
        if _is_proxy(shapes, facts) or _is_other_name_of_proxy(bindings, scope, facts):
            return Value(origins=frozenset({CONTEXT}))
        return Value(frozenset({module_place(name, home(scope))}), shapes=shapes)
    if isinstance(scope.owner, Class):
        return Value(frozenset({Path(Root(Kind.CLASS, scope.owner.name, name))}), shapes=shapes)
    if not isinstance(scope.owner, Function) or scope.owner is frame.function:
        return UNKNOWN
    return _captured(name, scope.owner, here)


def _copied_at_import(name: str, scope: Scope, here: Here) -> Value | None:
    """The number or text that `from limits import MOST` gave a module as it was imported: what is stored in
    `limits.MOST` later is not seen under this name. An object stays the same one, and may be changed through both."""
    if scope.parent is not None or name in home(scope).rebound:
        return None
    other = here.frame.sharing.modules.variable(scope.imports[name], here.frame.module)
    if other is None or None in other[0].scope.bindings.get(other[1], (None,)):
        return None
    shapes = here.frame.sharing.variable(other[1], other[0].scope)
    is_copied = bool(shapes) and all(isinstance(each, Constant) and each.text != "None" for each in shapes)
    return Value(shapes=shapes) if is_copied else None


def _is_proxy(shapes: frozenset[Shape], facts: Facts) -> bool:
    """Whether a variable holds a proxy that finds another object for each request: `user = LocalProxy(load_user)`."""
    return any(isinstance(each, Made) and facts.row(SessionProxy, each.type) is not None for each in shapes)


def _is_other_name_of_proxy(bindings: Sequence[ir.Expression | None], scope: Scope, facts: Facts) -> bool:
    """Whether a variable is a library's proxy under a name of its own, whatever type it is declared to have:
    `request: OurRequest = cast(OurRequest, flask.request)`."""
    if len(bindings) != 1 or bindings[0] is None:
        return False
    named = dotted(uncast(bindings[0], scope), scope)
    return named is not None and facts.row(SessionProxy, named) is not None


def _alias(node: ir.Expression, scope: Scope, here: Here) -> Value | None:
    """The function or class that a variable stands for, bound once: `ask = model.ask`, `ask = partial(model.ask)`."""
    if isinstance(node, ir.Name) and node.id in {*scope.functions, *scope.classes}:
        return variable(node.id, scope, here)
    if isinstance(node, ir.Call) and makes_function(node, scope):
        made = [each for each in function_values(node, scope, here.frame.sharing) if isinstance(each, Function)]
        return Value(shapes=frozenset({Callable(made[0])})) if len(made) == 1 else None
    if isinstance(node, ir.Call) and len(node.args) == 1:
        node = unwrapped(node, scope)
    root, steps = attribute_chain(node)
    if not steps or not isinstance(root, ir.Name) or scope.parent is not None or holder(root.id, scope) is not scope:
        return None
    if node in here.frame.aliases:
        # A module that imports itself, or two that import each other: `kind = library.kind` in `library`.
        return None
    here.frame.aliases.add(node)
    value = _reached(variable(root.id, scope, here), steps, here)
    here.frame.aliases.discard(node)
    return value


def _reached(value: Value, steps: Iterable[str], here: Here) -> Value | None:
    """The function that attributes of a value lead to."""
    for name in steps:
        found = [_static_member(each, value, name, here) for each in value.shapes]
        if len(found) != 1 or found[0] is None:
            return None
        value = found[0]
    return value if all(isinstance(each, Callable) for each in value.shapes) and value.shapes else None


def _static_member(shape: AnyShape, base: Value, name: str, here: Here) -> Value | None:
    """A method of an object of a module, or a variable of a module."""
    if isinstance(shape, Named):
        return _named(f"{shape.dotted}.{name}", here)
    method = shape.of.method(name) if isinstance(shape, Instance) else None
    if method is None or is_property(method):
        return None
    return Value(shapes=frozenset({Callable(method, None if method.is_static else base)}))


def _captured(name: str, outer: Function, here: Here) -> Value:
    """A variable of an enclosing function; one that is another name for an object is that object, and so is the one
    instance of a class that gives the same to all callers."""
    shapes: frozenset[Shape] = captured(name, outer, here.frame.sharing)
    data = _captured_data(name, outer, here)
    view = here.frame.sharing.seen_from(outer.scope)
    named = [each for one in other_names(name, outer, view) if (each := _named_by(one, name, outer, here)) is not None]
    if named:
        places = frozenset(place for each in named for place in each.places)
        return Value(places, data, shapes=shapes.union(*(each.shapes for each in named)))
    only = next(iter(shapes)) if len(shapes) == 1 else None
    if isinstance(only, Instance) and is_kept(only.of, here.frame.sharing.seen_from(only.of.scope)):
        return kept_object(only.of)
    return Value(frozenset({Path(Root(Kind.ENCLOSED, outer.name, name))}), data, shapes=shapes)


def _named_by(chain: Chain, name: str, outer: Function, here: Here) -> Value | None:
    """The object for which a captured variable is another name; None for a value that cannot be changed, or may not
    be."""
    if chain.scope is outer.scope:
        place = Path(Root(Kind.ENCLOSED, outer.name, chain.variable))
        value = Value(frozenset({place}), shapes=captured(chain.variable, outer, here.frame.sharing))
    else:
        value = variable(chain.variable, chain.scope, here)
    for step in chain.steps:
        value = member(value, step, here, Flow())
    is_own = chain.scope is outer.scope and not chain.steps
    is_changed = name in here.frame.function.footprint.changed_variables
    is_changeable = is_object(value.shapes) or is_container(value.shapes, here.frame.facts)
    return value if value.places and (is_own or is_changed or is_changeable) else None


def _captured_data(name: str, outer: Function, here: Here) -> frozenset[Origin]:
    """Whose data a variable of an enclosing function may hold."""
    is_given = name in outer.parameters
    if not outer.is_coroutine and not is_given:
        return frozenset()
    if is_given and is_everybodys(name, outer, here.frame.facts):
        return frozenset()
    return frozenset({Origin(f"{outer.name}.{name}")})


def is_everybodys(name: str, function: Function, facts: Facts) -> bool:
    """Whether a parameter belongs to no session: the application, or a receiver that no library creates for one
    session."""
    if name == function.receiver:
        owner = None if function.is_class_method else function.owner
        return owner is None or not is_made_for_one(owner, facts)
    carrier = facts.row(Carrier, name)
    return carrier is not None and carrier.everybodys


def module_place(name: str, module: Module) -> Path:
    """The place of a module's variable."""
    return Path(Root(Kind.MODULE, module.prefix[:-1], name))


def imported_place(dotted: str, here: Here) -> Path:
    """The place of a dotted name of another module: a variable of the project, or a library's."""
    found = here.frame.sharing.modules.variable(dotted, here.frame.module)
    return module_place(found[1], found[0]) if found is not None else Path(Root(Kind.IMPORTED, "", dotted))


def _named(dotted: str, here: Here) -> Value:
    """The value of a name of another module; it is a place only if the program writes it, and not if each session has
    its own."""
    modules, module = here.frame.sharing.modules, here.frame.module
    ours = modules.variable(dotted, module)
    if ours is not None:
        return variable(ours[1], ours[0].scope, here)
    dotted = modules.handed_on(dotted, module)
    if here.frame.facts.row(SessionProxy, dotted):
        return Value(origins=frozenset({CONTEXT}))
    return Value(frozenset({Path(Root(Kind.IMPORTED, "", dotted))}), shapes=frozenset({Named(dotted)}))


def member(base: Value, name: str, here: Here, flow: Flow) -> Value:
    """The value of attribute `name` of any object that `base` may be."""
    stored = storage.stored(base, name, here) or contextual.attribute(base, name, here, flow)
    if stored is not None:
        return stored
    found: list[Value] = []
    places = base.places
    shapes: frozenset[Shape] = frozenset()
    for shape in in_order(base.shapes):
        own, part = _own_member(shape, base, name, here, flow)
        shapes |= part
        if own is not None:
            found.append(own)
            is_named = isinstance(shape, Named)
            places = frozenset(each for each in places if is_named and each.root.kind is not Kind.IMPORTED)
        elif isinstance(shape, Callable):
            found.append(Value(frozenset({Path(Root(Kind.FUNCTION, shape.function.name, name))})))
    if any(each.root.kind is Kind.STORAGE for each in places):
        shapes |= stored_as(name, here.frame.module, here.frame.facts, here.frame.sharing)
        shapes |= storage.put_at(places, Step(name), here)
    if name == "__class__":
        return Value(shapes=frozenset(ClassObject(each.of) for each in base.shapes if isinstance(each, Instance)))
    shapes = shapes.union(*(each.shapes for each in base.kept if each.attribute == name))
    shapes = shapes | {THREAD} if THREAD in base.shapes else shapes
    found_at = frozenset((*(each.then(Step(name)) for each in places), *base.kept_at((Step(name),))))
    origins = frozenset() if _is_said_by_own_class(base, name, here) else base.origins
    kept = Value(found_at, origins, base.reads, shapes, is_unique=base.is_unique)
    return either([*found, kept]) if found else kept


def _is_said_by_own_class(base: Value, name: str, here: Here) -> bool:
    """Whether an attribute of the receiver is the class's own and the same for each instance: no method sets it."""
    function, owner = here.frame.function, here.frame.function.owner
    is_receiver = any(each.root.name == function.receiver and not each.steps for each in base.places)
    if owner is None or owner.declaring(name) is None:
        return False
    return is_receiver and name not in here.frame.sharing.attributes.bindings(owner)


def _own_member(
    shape: AnyShape, base: Value, name: str, here: Here, flow: Flow
) -> tuple[Value | None, frozenset[Shape]]:
    """The value of `name` for a `base` of this shape: an object kept elsewhere, or None; and the shapes that it may
    have as part of `base`."""
    frame = here.frame
    match shape:
        case ClassObject(itself=cls):
            return _class_member(base, cls, name, False, here, flow), frozenset()
        case Instance(of=cls):
            inside = _class_member(base, cls, name, True, here, flow)
            return inside, frame.sharing.attribute(cls, name) if inside is None else frozenset()
        case Named(dotted=dotted):
            return _named(f"{dotted}.{name}", here), frozenset()
        case Made(type=made) if made == OWN_MODULE:
            return Value(frozenset({module_place(name, frame.module)})), frozenset()
        case Made(type=made) if (row := frame.facts.row(Container, made)) is not None:
            is_method = any(each.name == name for each in row.methods)
            return _method(name, base) if is_method else None, frozenset()
        case Made(type=made) if (talk := conversation(made, frame.facts)) is not None:
            part: frozenset[Shape] = frozenset({shape}) if name in talk.parts else frozenset()
            return _method(name, base) if name in talk.methods else None, part
    return None, frozenset()


def _method(name: str, base: Value) -> Value:
    return Value(shapes=frozenset({LibraryMethod(name, base)}))


def _class_member(base: Value, cls: Class, name: str, through_instance: bool, here: Here, flow: Flow) -> Value | None:
    """A method bound to `base`, or a class attribute that instances share; None for neither."""
    method = cls.method(name)
    if method is not None:
        is_bound = through_instance or method.is_class_method
        return Value(origins=base.origins, shapes=frozenset({Callable(method, base if is_bound else None)}))
    if any(each.then(Step(name)) in flow.bound for each in base.places):
        return None
    declaring = here.frame.sharing.class_attribute(cls, name, through_instance)
    if declaring is None:
        if through_instance or cls.declaring(name):
            return None
        place = Path(Root(Kind.CLASS, cls.name, name))
        return Value(frozenset({place}), shapes=here.frame.sharing.variable(name, cls.scope))
    shapes = here.frame.sharing.variable(name, declaring.scope)
    return Value(frozenset({Path(Root(Kind.CLASS, declaring.name, name, through_instance))}), shapes=shapes)


def variables_of_module(base: Value, step: Step, here: Here) -> Value | None:
    """`globals()["name"]` is the module's variable."""
    if Made("builtins.globals") not in base.shapes:
        return None
    return Value(frozenset({module_place(step.name.strip("'\""), here.frame.module)}))
