"""Classes with one instance for all sessions, according to the text alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from flake8_session_isolation.facts import Container, Conversation, Facts, HandlerBase, HandlerForm, Keeps, Lifetime
from flake8_session_isolation.frontend import ir
from flake8_session_isolation.frontend.call_sites import calls_of, nodes_in
from flake8_session_isolation.frontend.memoised import memoised, memoised_within
from flake8_session_isolation.frontend.quick_look import MAKERS
from flake8_session_isolation.frontend.scopes import Class, Function, Module, heirs_beside, last_name
from flake8_session_isolation.linking.constructions import constructions, made_once
from flake8_session_isolation.linking.kept_instances import is_kept
from flake8_session_isolation.linking.object_types import Sharing
from flake8_session_isolation.linking.shapes import NAMESPACES, Instance, Made, Shape
from flake8_session_isolation.linking.signatures import has_form
from flake8_session_isolation.linking.stored_conversations import is_conversation

_FOR_ALL = (Lifetime.SINGLETON, Lifetime.PROCESS)
_FOR_ONE = (Lifetime.REQUEST, Lifetime.CONNECTION, Lifetime.SESSION)
_MIDDLEWARE_HOOKS = frozenset({"process_request", "process_response", "process_view", "process_exception"})


def attributes_at_risk(sharing: Sharing, every: bool = False) -> Iterator[str]:
    """Names of attributes that methods change after construction, for classes that may serve all or for `every` class;
    and names of classes that functions instantiate. If a class returns its one instance to every caller, any function
    may change its attributes."""
    module, made = sharing.module, _constructed(sharing)
    for cls in with_parts(_perhaps_for_all(every, sharing), sharing):
        names = _changed(cls, sharing.seen_from(cls.scope))
        yield from names
        if names and cls in made:
            yield cls.short_name
    if any(is_kept(each, sharing.seen_from(each.scope)) for each in (*made, *module.classes.values())):
        yield from (name for each in module.functions for name in each.footprint.fields)


def _perhaps_for_all(every: bool, sharing: Sharing) -> set[Class]:
    """The classes of which one instance may serve all, those that functions instantiate included; or `every` class."""
    module = sharing.module
    candidates = {*shared_by_text(module, sharing), *_constructed(sharing), *_registering(module, sharing.facts)}
    candidates.update(_perhaps_kept(module, sharing))
    candidates.update(module.classes.values() if every else ())
    return candidates


def conversations_at_risk(sharing: Sharing) -> Iterator[str]:
    """Names of attributes that hold conversations, in classes of other modules of which one instance may serve all."""
    for cls in with_parts(_perhaps_for_all(False, sharing), sharing):
        view = sharing.seen_from(cls.scope)
        if view is not sharing and view.facts.knows(Conversation):
            yield from (each for each in view.attributes.bindings(cls) if is_conversation(each, view))


@memoised
def _constructed(sharing: Sharing) -> frozenset[Class]:
    """Classes that functions of a module instantiate, also through factories."""
    calls = ((call, each.scope) for each in sharing.module.functions for call, _, _ in calls_of(each.scope))
    made = (sharing.factories.class_called(call.func, scope) for call, scope in calls)
    return frozenset(each for each in made if each is not None)


def _perhaps_kept(module: Module, sharing: Sharing) -> Iterator[Class]:
    """Classes passed to calls whose name is that of a registration by which a library keeps one instance."""
    names = sharing.facts.last_names(Keeps)
    for node in nodes_in(module.scope) if names else ():
        if isinstance(node, ir.Call) and node.args and last_name(node.func) in names:
            cls = sharing.factories.class_called(node.args[0], module.scope)
            yield from [cls] if cls is not None else []


@memoised_within
def _changed(cls: Class, view: Sharing) -> tuple[str, ...]:
    """The attributes of a class that methods rebind or whose objects they mutate; `view` is that of its module."""
    return tuple(_changing_attributes(cls, view))


def _changing_attributes(cls: Class, sharing: Sharing) -> Iterator[str]:
    for name, bindings in sharing.attributes.bindings(cls).items():
        if any(each.method.name.rpartition(".")[2] not in MAKERS for each in bindings):
            yield name
        elif any(
            isinstance(each, Instance) or can_change(each, sharing.facts) for each in sharing.attribute(cls, name)
        ):
            yield name
        elif any(isinstance(each.value, ir.Call) for each in bindings) and _has_a_part_set(cls, name):
            yield name


def _has_a_part_set(cls: Class, name: str) -> bool:
    """Whether a method sets an attribute of the object that an attribute holds: `self.client.user = user`."""
    methods = (each for each in cls.own_methods if each.short_name not in MAKERS)
    return any(name in each.footprint.changed_attributes and each.receiver in each.footprint.stores for each in methods)


def container_bases(cls: Class, facts: Facts) -> list[str]:
    """The containers of libraries from which a class inherits: `class History(list)`."""
    return sorted(each for each in cls.foreign_bases() if each is not None and facts.row(Container, each) is not None)


def can_change(shape: Shape, facts: Facts) -> bool:
    """Whether calls can mutate an object: a container, a namespace of objects, or one of the project with a method that
    stores."""
    if isinstance(shape, Instance):
        if container_bases(shape.of, facts):
            return True
        methods = (method for each in shape.of.lineage() for method in each.own_methods)
        return any(each.receiver in each.footprint.stores | each.footprint.uses for each in methods)
    return isinstance(shape, Made) and (shape.type in NAMESPACES or facts.row(Container, shape.type) is not None)


def _registering(module: Module, facts: Facts) -> Iterator[Class]:
    """Classes with a method that mentions both a registration of handlers and another method."""
    registrars = facts.registrars
    for cls in module.classes.values() if registrars else ():
        own = set(cls.scope.functions)
        if any(each.mentions & registrars and each.mentions & own for each in cls.own_methods):
            yield cls


def shared_by_text(module: Module, sharing: Sharing) -> Iterator[Class]:
    """Classes of which the source alone shows that one instance serves all."""
    yield from made_once((module.scope, *(each.scope for each in module.classes.values())), sharing)
    for each in module.classes.values():
        if is_kept_by_library(each, sharing.facts) or is_kept_by_form(each, sharing.facts):
            yield each
        elif is_kept_by_shape(each) and not is_made_for_one(each, sharing.facts):
            yield each
        elif is_kept(each, sharing) or _is_mixed_into_kept(each, sharing):
            yield each


def _is_mixed_into_kept(cls: Class, sharing: Sharing) -> bool:
    """Whether a class is a mixin of its module that libraries only ever know by heirs of which each is kept for all."""
    if cls.foreign_bases():
        return False
    heirs = heirs_beside(cls)
    return bool(heirs) and all(is_kept_by_library(each, sharing.facts) for each in heirs)


def only_class(shapes: Iterable[Shape]) -> Class | None:
    """The one class of the project of which a value is an instance; None if there are several or none."""
    found = {each.of for each in shapes if isinstance(each, Instance)}
    return found.pop() if len(found) == 1 else None


def is_kept_by_library(cls: Class, facts: Facts) -> bool:
    """Whether a library keeps one instance of the class for all sessions, by its bases."""
    return any(row.lifetime in _FOR_ALL or _says(cls, row.kept_if_false) for row in _rows(cls, facts))


def _rows(cls: Class, facts: Facts) -> Iterator[HandlerBase]:
    """The rows about the library bases of a class."""
    return (row for each in cls.foreign_bases() if (row := facts.row(HandlerBase, each)) is not None)


def is_made_for_one(cls: Class, facts: Facts) -> bool:
    """Whether a library creates an instance of the class for each request, connection or session, so that its
    attributes belong to that one."""
    return any(row.lifetime in _FOR_ONE for row in _rows(cls, facts)) and not is_kept_by_library(cls, facts)


def _says(cls: Class, attribute: str | None) -> bool:
    """Whether the class, or the nearest base that has the attribute, sets it to False."""
    declaring = cls.declaring(attribute) if attribute is not None else None
    bound = declaring.scope.bindings.get(attribute or "", []) if declaring is not None else []
    return any(isinstance(each, ir.Constant) and each.value is False for each in bound)


def is_kept_by_form(cls: Class, facts: Facts) -> bool:
    """Whether a method of the class has a form that facts know of objects which serve all sessions."""
    forms = [each for each in facts.every(HandlerForm) if each.lifetime in _FOR_ALL]
    return any(has_form(method, form) for form in forms for method in cls.own_methods)


def is_shareable(cls: Class, facts: Facts) -> bool:
    """Whether users of a class may share an instance: it has public coroutines or holds a resource, and neither a
    library nor its parts show that each request or session has its own."""
    if _is_of_one_exchange(cls) or any(row.lifetime is not None for row in _rows(cls, facts)):
        return False
    methods = [method for each in cls.lineage() for method in each.own_methods]
    if cls.short_name.startswith("_"):
        return _is_a_part(cls) and _holds_what_is_shared(methods)
    return any(map(_is_public_coroutine, methods)) or _holds_what_is_shared(methods)


def _is_a_part(cls: Class) -> bool:
    """Whether the constructor of another class of the module creates an instance."""
    makers = (each.scope.functions.get("__init__") for each in cls.module.classes.values() if each is not cls)
    calls = (call.node for maker in makers if maker is not None for call in calls_of(maker.scope))
    return any(last_name(each) == cls.short_name for each in calls)


def _holds_what_is_shared(methods: list[Function]) -> bool:
    """Whether methods mention a resource that is worth sharing."""
    names = {name for each in methods for name in each.mentions}
    return any(_is_resource(name) or _is_lock(name) for name in names)


def _is_resource(name: str) -> bool:
    return any(word in name for word in _WORTH_SHARING)


def _is_lock(name: str) -> bool:
    return "lock" in name and "block" not in name and "clock" not in name


def _is_of_one_exchange(cls: Class) -> bool:
    """Whether an instance belongs to one request, stream, session or loop: its name or its parts say so, or it is an
    iterator."""
    named = cls.short_name.endswith(_EXCHANGES) and not _is_session_of_a_pool(cls)
    if named or cls.method("__anext__") or cls.method("__next__"):
        return True
    maker = cls.method("__init__")
    given = set(maker.parameters) if maker is not None else set()
    optional = {name for name, _ in maker.defaults} if maker is not None else set()
    is_required = _SCOPE in given - optional and not any(each.endswith(_WORTH_SHARING) for each in given)
    is_connection = is_required or (_SCOPE in given and bool(given & _OF_ONE_STREAM))
    return is_connection or bool(given & _OF_ONE_REQUEST) or bool((given - optional) & _OF_ONE_STREAM)


def _is_session_of_a_pool(cls: Class) -> bool:
    """Whether what is called a session keeps a pool of connections, as the sessions of HTTP clients do: one is for all
    requests."""
    maker = cls.method("__init__")
    return cls.short_name.endswith("Session") and maker is not None and any("pool" in each for each in maker.mentions)


_EXCHANGES = (
    *("Request", "Response", "Reader", "Writer", "Protocol", "WebSocket", "Websocket"),
    *("Channel", "Context", "Cursor", "Parser", "Session", "Stream", "Transaction", "Transport"),
)
_OF_ONE_REQUEST = frozenset({"request", "response", "websocket"})
_SCOPE = "scope"
"""Of an ASGI connection, where it must be given and no client with it, or comes with what receives and sends; else of a
permission."""
_STATUS = "status_code"
"""What the constructor of a response is given."""
_OF_ONE_STREAM = frozenset({"receive", "send", "reader", "writer", "stream", "raw", "raw_stream", "protocol"})

_WORTH_SHARING = ("client", "pool", "connection", "token", "settings")


def _is_public_coroutine(method: Function) -> bool:
    return method.is_coroutine and not method.name.rpartition(".")[2].startswith("_")


def is_kept_by_shape(cls: Class) -> bool:
    """Whether the methods are those of an ASGI application or a Django middleware, of which a server creates one. A
    response has the form of an application, too, but answers one request, and is given no application."""
    own = cls.scope.functions
    call, maker = own.get("__call__"), own.get("__init__")
    if call is not None and call.is_coroutine and call.parameters[1:] == ("scope", "receive", "send"):
        given = cls.method("__init__")
        parameters = given.parameters if given is not None else ()
        is_answer = "app" not in parameters and (cls.short_name.endswith("Response") or _STATUS in parameters)
        return not is_answer and (maker is None or _SCOPE not in maker.parameters)
    if maker is not None and "get_response" in maker.parameters:
        return True
    hooks = (own[each] for each in _MIDDLEWARE_HOOKS & set(own))
    return any(each.parameters[1:2] == ("request",) for each in hooks)


def with_parts(classes: Iterable[Class], sharing: Sharing) -> frozenset[Class]:
    """The classes, their bases, and the classes of objects that their constructors put into attributes."""
    found: set[Class] = set()
    waiting = list(classes)
    while waiting:
        cls = waiting.pop()
        if cls not in found:
            found.add(cls)
            waiting.extend((*_only_for(cls), *_parts(cls, sharing.seen_from(cls.scope))))
    return frozenset(found)


def _only_for(cls: Class) -> Iterator[Class]:
    """The bases that have no instances of their own, so that their methods serve only through a subclass."""
    for each in cls.lineage()[1:]:
        if each.short_name.lstrip("_").startswith(("Abstract", "Base")) or {"abc.ABC", "ABC"} & set(each.bases):
            yield each


@memoised_within
def _parts(cls: Class, view: Sharing) -> tuple[Class, ...]:
    """Classes of the objects that the constructor creates; `view` is that of the module of the class."""
    makers = filter(None, (cls.method(each) for each in sorted(MAKERS)))
    return tuple(each.of for maker in makers for each in constructions(maker.scope, view.seen_from(maker.scope)))
