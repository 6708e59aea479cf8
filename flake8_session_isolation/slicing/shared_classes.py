"""Classes of which one instance serves, or may serve, every session, according to text and execution contexts."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from flake8_session_isolation.facts import BindsTo, Fills, How, Injects, Keeps
from flake8_session_isolation.frontend import ir
from flake8_session_isolation.frontend.call_sites import calls_and_assignments
from flake8_session_isolation.frontend.memoised import memoised
from flake8_session_isolation.frontend.quick_look import MAKERS
from flake8_session_isolation.frontend.scopes import Class, Function
from flake8_session_isolation.frontend.spelling import spelled_keywords
from flake8_session_isolation.linking.call_graph import Call
from flake8_session_isolation.linking.caches import given_to_all
from flake8_session_isolation.linking.captured_variables import method_around
from flake8_session_isolation.linking.constructions import made_once, made_per_call
from flake8_session_isolation.linking.exports import is_offered
from flake8_session_isolation.linking.instance_arguments import handed_to_each
from flake8_session_isolation.linking.object_types import Sharing
from flake8_session_isolation.linking.parameter_defaults import mutable_default_shapes
from flake8_session_isolation.linking.singletons import is_shareable, shared_by_text, with_parts
from flake8_session_isolation.linking.thread_evidence import classes_in_threads
from flake8_session_isolation.linking.wrappers import by_objects, is_made_for_requests, replaces_another
from flake8_session_isolation.slicing.entry_points import Contexts, contexts_of
from flake8_session_isolation.slicing.execution_context import Context


@memoised
def shared_classes_of(view: Sharing) -> frozenset[Class]:
    """The shared classes of the module that `view` looks at."""
    return shared_classes(view, contexts_of(view))


@memoised
def tracked_owners(view: Sharing) -> frozenset[Class | None]:
    """The classes whose methods are followed on their own object: one instance serves all sessions, or it may hold
    something that is shared. None stands for plain functions."""
    found: set[Class | None] = {*shared_classes_of(view)}
    handed = tuple(handed_to_each(view))
    found.update(cls for each in handed for cls in each.to.lineage())
    keeping = {each.owner for each in view.module.functions if any(True for _ in mutable_default_shapes(each, view))}
    found.update(each for each in view.module.classes.values() if keeping.intersection(each.lineage()))
    by_parameter = view.facts.knows(Fills) or view.facts.knows(BindsTo) or (handed and view.facts.knows(Injects))
    found.update({None} if by_parameter else ())
    return frozenset(found)


def shared_classes(sharing: Sharing, contexts: Contexts) -> frozenset[Class]:
    """The classes of which one instance serves every session: created by code that runs once, registered, or known by
    form."""
    functions = sharing.module.functions
    once = [each for each in functions if contexts.of(each).contexts <= {Context.ONCE}]
    scopes = (each.scope for each in once)
    found = {*shared_by_text(sharing.module, sharing), *made_once(scopes, sharing), *_of_handlers(contexts)}
    others = made_per_call((each for each in functions if each not in once), sharing)
    known = {*_given(contexts), *_kept(contexts, sharing), *_captured(contexts), *given_to_all(sharing)}
    known.update(_in_place_of_functions(sharing))
    return with_parts((found - set(others)) | known, sharing)


def shareable_classes(sharing: Sharing, shared: Collection[Class]) -> frozenset[Class]:
    """The classes of which nothing shows whether an instance is shared or belongs to one session. They hold a resource,
    offer public coroutines or show that threads use them, and code outside of the package may create one, or another
    file of it keeps one."""
    own = {*made_per_call(sharing.module.functions, sharing), *shared}
    others = (each for each in sharing.module.classes.values() if each not in own)
    in_threads = classes_in_threads(sharing)
    candidates = [each for each in others if each in in_threads or is_shareable(each, sharing.facts)]
    return frozenset(_in_reach(candidates, sharing) if candidates else ())


def _in_reach(classes: Collection[Class], sharing: Sharing) -> Iterator[Class]:
    """The classes whose instances other code may share; a class is left out if functions of the importing files create
    an instance when they need it. One that a function of the package gives to its callers is theirs."""
    makers = [*map(sharing.program.view, sharing.program.importers.of(sharing.module))]
    own = {each for view in makers for each in made_per_call(_run_often(view), view, with_attributes=True, kept=True)}
    kept = {each for view in makers for each in _made_once_in(view)}
    for each in classes:
        if each not in own and (each in kept or any(is_offered(name, sharing) for name in _names(each))):
            yield each


def _names(cls: Class) -> Iterator[str]:
    """The names by which other files reach a class: its own, or that of a class of its module of which it is a part."""
    names = (each.name for each in cls.module.classes.values())
    own = names if cls.short_name.startswith("_") else (cls.name,)
    yield from (each[len(cls.module.prefix) :] for each in own)


def _run_often(view: Sharing) -> Iterator[Function]:
    """The functions of a module that may run repeatedly and create objects that they do not keep. A constructor creates
    parts of its object, a class method what the class keeps."""
    contexts = contexts_of(view)
    for each in view.module.functions:
        makes_its_own = each.short_name not in MAKERS and not each.is_class_method
        if makes_its_own and not contexts.of(each).contexts <= {Context.ONCE}:
            yield each


def _made_once_in(view: Sharing) -> Iterator[Class]:
    contexts = contexts_of(view)
    once = (each.scope for each in view.module.functions if contexts.of(each).contexts <= {Context.ONCE})
    yield from made_once((view.module.scope, *once), view)
    yield from shared_by_text(view.module, view)


def _of_handlers(contexts: Contexts) -> Iterator[Class]:
    """The classes whose methods are registered as handlers by code that runs once: one object answers all sessions."""
    for function, calls in contexts.incoming.items():
        if function.owner is not None and not function.is_static and not function.is_class_method:
            if any(_is_registration(call, caller, contexts) for caller, call in calls):
                yield function.owner


def _kept(contexts: Contexts, sharing: Sharing) -> Iterator[Class]:
    """The classes of which a library call creates one instance for all."""
    known = sharing.facts.knows(Keeps)
    for node, scope in calls_and_assignments(sharing.module) if known else ():
        if isinstance(node, ir.Call) and node.args:
            row = sharing.facts.first(Keeps, contexts.registrations.names(node.func, scope))
            keywords = spelled_keywords(node)
            cls = sharing.factories.class_called(node.args[0], scope)
            if row is not None and cls is not None and (not row.marker or row.marker in keywords):
                yield cls


def _given(contexts: Contexts) -> Iterator[Class]:
    """The classes whose objects are given to a library by code that runs once, in one of their own methods."""
    for function, registered in contexts.registrations.found.items():
        by_all = registered.by is None or not contexts.of(registered.by).is_served
        if registered.is_of_one_object and registered.served is not None and by_all and function.owner is not None:
            yield function.owner


def _captured(contexts: Contexts) -> Iterator[Class]:
    """The classes whose object is captured by a handler, or by a function that replaces a served one, if a method that
    runs once defines it: all calls then use the same object. So do those of a coroutine function that a method makes
    for requests."""
    for function in contexts.module.functions:
        outer = method_around(function)
        if outer is not None and outer.owner is not None and outer.receiver in function.mentions:
            stays = contexts.is_kept_as_handler(function) or _stands_for_one_that_serves(function, contexts)
            is_handler = contexts.of(function).is_handler and is_made_for_requests(function, outer)
            if (stays or is_handler) and not contexts.of(outer).is_served:
                yield outer.owner


def _in_place_of_functions(sharing: Sharing) -> Iterator[Class]:
    """The classes whose objects replace functions that a module defines at its top: one for all calls of each."""
    for call, functions in by_objects(sharing):
        if call.owner is not None and any(each.around is sharing.module.scope for each in functions):
            yield call.owner


def _stands_for_one_that_serves(function: Function, contexts: Contexts) -> bool:
    return contexts.of(function).is_served and replaces_another(function)


def _is_registration(call: Call, caller: Function, contexts: Contexts) -> bool:
    return call.how is How.SERVE and call.served is not None and not contexts.of(caller).is_served
