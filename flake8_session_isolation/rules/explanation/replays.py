"""Plans of generated tests: which functions a session calls, with which objects and arguments, and which stand-ins
replace clients."""

from __future__ import annotations

import builtins
import sys
from collections.abc import Iterator

from flake8_session_isolation.facts import Application, Handler, HandlerBase, SessionProxy, rows_for
from flake8_session_isolation.frontend import ir
from flake8_session_isolation.frontend.call_sites import body_of
from flake8_session_isolation.frontend.scopes import Class, Function, Scope, holder, home
from flake8_session_isolation.interference.accesses import Access
from flake8_session_isolation.linking.call_graph import call_graph_of
from flake8_session_isolation.linking.injections import injections
from flake8_session_isolation.linking.modules import displayed
from flake8_session_isolation.linking.object_types import Sharing
from flake8_session_isolation.linking.places import REMEMBERED, Kind
from flake8_session_isolation.linking.symbols import dotted
from flake8_session_isolation.replay.generated_test import Argument, Called, CannotReplay, Plan, Served, text_of
from flake8_session_isolation.replay.sessions import DIFFERENT_SESSIONS
from flake8_session_isolation.rules.explanation.application_requests import request_to
from flake8_session_isolation.rules.explanation.claims import Claim
from flake8_session_isolation.rules.explanation.readers_of import reader_of
from flake8_session_isolation.rules.explanation.replayed_modules import ReplayedModules
from flake8_session_isolation.rules.explanation.routes import route_of
from flake8_session_isolation.rules.judgements.readers import finders
from flake8_session_isolation.rules.judgements.session_keys import key_of
from flake8_session_isolation.rules.judgements.stored_values import is_growth_by_a_constant

PLAIN = ("str", "object", "Any", None)
"""Annotations of what is given as a text."""


def test_of(claim: Claim, sharing: Sharing, filename: str) -> str | CannotReplay:
    """A test that replays a claim, or why there is none."""
    try:
        return text_of(_Planner(claim, sharing, filename).plan())
    except CannotReplay as reason:
        return reason


class _Planner:
    """Collects all that the test of one claim needs."""

    def __init__(self, claim: Claim, sharing: Sharing, filename: str) -> None:
        self.claim, self.sharing, self.filename = claim, sharing, filename
        self.module = sharing.module
        self.modules = ReplayedModules(sharing)
        self.name = self.modules.name
        self.prepared: list[str] = []
        self.begun: list[str] = []
        self.shown: list[str] = []
        self.imports: list[str] = []
        self.receivers: dict[Class, str] = {}

    def plan(self) -> Plan:
        """The plan of the claim."""
        access, code = self.claim.access, self.claim.finding.code
        if is_growth_by_a_constant(access):
            raise CannotReplay("a constant is added, which shows no session whose it is; the list only grows")
        entries = self._entries(access)
        stand_ins = [f"{self.name}.{each} = {made}" for each, made in self._stand_ins(entries)]
        self.prepared += stand_ins
        if code == "SIS009" and access.effect.path.root.kind is Kind.STORAGE:
            self.prepared.append('outside.application = outside.conversation("app")')
        called = tuple(self._called(each) for each in entries)
        streams = any(each.yields and not each.is_context_manager for each in self._reached(entries))
        self._show_place(access)
        line, text = self.claim.finding.line, self.claim.finding.text
        return Plan(
            headline=f"A replay of {code} at {self.filename}:{line}.",
            claim=displayed(text, self.module),
            path=self.modules.root(),
            name=entries[0].short_name.strip("_"),
            module=self.name,
            modules=tuple(self.modules.names()),
            libraries=tuple(self.modules.missing()),
            remembering=tuple(self.modules.remembering()),
            imports=tuple(dict.fromkeys(self.imports)),
            prepared=tuple(self.prepared),
            begun=tuple(self.begun),
            called=tuple(each._replace(is_streamed=streams and not each.is_generator) for each in called),
            shown=tuple(self.shown),
            in_threads=access.in_threads and not any(each.is_coroutine for each in entries),
            settings=() if self.claim.is_race else (DIFFERENT_SESSIONS,),
            served=self._served(entries, stand_ins),
        )

    def _served(self, entries: list[Function], stand_ins: list[str]) -> Served | None:
        """The requests by which the functions are called through their application, if its library is installed."""
        try:
            routes = [route_of(each, self.sharing) for each in entries]
            requests = tuple(request_to(each, route, self.sharing) for each, route in zip(entries, routes))
        except CannotReplay:
            return None
        if len({each.application for each in routes}) > 1 or self.modules.missing():
            return None
        clients = tuple(each for each in stand_ins if "outside.client(" in each)
        reads_settings = any(each.reads_settings for each in routes)
        return Served(routes[0].application, requests, clients, routes[0].module if reads_settings else "")

    def _entries(self, access: Access) -> list[Function]:
        """The functions that a session calls: the one that writes, and one that shows what others left."""
        entry = self._named(access)
        if entry.name.endswith("<module>"):
            raise CannotReplay(
                "the harm is done by statements of the script itself, which a server runs; put them into a function"
            )
        if self.claim.is_race or self.claim.meeting.root.kind in REMEMBERED:
            return [entry]
        reader = reader_of(access, self.claim.meeting)
        if reader is not None and reader.entry is access.entry and not reader.is_replied:
            reader = self._other_reader(access) or reader
        if reader is None or reader.entry in (entry, access.entry) or not self._can_call(reader.entry):
            return [entry]
        return [entry, reader.entry]

    def _other_reader(self, access: Access) -> Access | None:
        """A read by another function that sees what a call has left; best one whose reply contains it."""
        found = (each for each in finders(access, self.claim.meeting) if each.entry is not access.entry)
        return min(found, key=lambda each: (not each.is_replied, each.effect.site), default=None)

    def _named(self, access: Access) -> Function:
        """The function by which sessions enter; for a lambda the first function that it calls on the way to the
        access."""
        if not access.entry.is_lambda:
            return access.entry
        named = (self.sharing.modules.function_called(each) for each in access.effect.via)
        return next((each for each in named if each is not None and not each.is_lambda), access.entry)

    def _can_call(self, function: Function) -> bool:
        is_script = function.name.endswith("<module>")
        return not is_script and not function.is_lambda and not isinstance(function.around.owner, Function)

    def _in(self, scope: Scope) -> str:
        """The module of a scope, as the test names it."""
        module = home(scope)
        if module is self.module:
            return self.name
        name = self.modules.name_of(module)
        self.imports.append(name)
        return name

    def _called(self, function: Function) -> Called:
        """The call of a function by a session."""
        arguments = [*self._arguments(function, self._is_own(function))]
        if function.signature.vararg is not None and not function.signature.defaults:
            positional = sum(not each.name for each in arguments)
            arguments.insert(positional, Argument(f'session.says("{function.signature.vararg}")'))
        if function.signature.kwarg is not None and not arguments:
            arguments.append(Argument("session.user", "user"))
        if function.owner is not None and function.short_name in ("__enter__", "__aenter__"):
            return Called(self._receiver(function), (), function.is_coroutine, is_entered=True)
        return Called(
            self._expression(function),
            tuple(arguments),
            function.is_coroutine,
            function.yields and not function.is_context_manager,
            is_entered=function.is_context_manager,
        )

    def _is_own(self, function: Function) -> bool:
        """Whether each session has an object of its own, because only a class attribute or a default is shared."""
        root = self.claim.meeting.root
        return root.kind in (Kind.CLASS, Kind.THREAD, *REMEMBERED) and function.owner is not None

    def _expression(self, function: Function) -> str:
        """The expression for the function in the test."""
        if function.is_lambda:
            raise CannotReplay("the function is a lambda, which has no name to call it by; define it with a name")
        if function.owner is not None:
            return f"{self._receiver(function)}.{function.short_name}"
        if isinstance(function.around.owner, Function):
            return self._inner(function, function.around.owner)
        return f"{self._in(function.scope)}.{function.local_name}"

    def _inner(self, function: Function, outer: Function) -> str:
        """A function that is defined in another one."""
        if isinstance(outer.around.owner, Function):
            raise CannotReplay(f"'{function.short_name}' is defined inside of functions inside of each other")
        arguments = list(self._arguments(outer, False, is_client=True))
        owner = outer.owner
        if owner is not None and outer.short_name == "__init__":
            made = self._class(owner)
        elif owner is not None:
            made = f"{self._receiver(outer)}.{outer.short_name}"
        else:
            made = f"{self._in(outer.scope)}.{outer.local_name}"
        if outer.is_coroutine:
            raise CannotReplay(f"'{function.short_name}' is defined inside of a coroutine, '{outer.short_name}'")
        call = f"lambda: {made}({', '.join(map(str, arguments))})"
        self.prepared.append(f'{function.short_name} = inner({call}, "{function.short_name}")')
        return function.short_name

    def _receiver(self, function: Function) -> str:
        """The object of a method: one that the module has, or one that is created for the test."""
        cls = function.owner
        assert cls is not None
        whole = self._class(cls)
        if isinstance(cls.scope.parent and cls.scope.parent.owner, Function):
            raise CannotReplay(f"the class '{cls.short_name}' is defined inside of a function")
        if function.is_class_method or function.is_static:
            return whole
        if cls not in self.receivers:
            known = None if self._is_own(function) else self._instance_in_module(cls)
            self.receivers[cls] = known or self._made(cls, whole, function)
        return self.receivers[cls]

    def _class(self, cls: Class) -> str:
        return f"{self._in(cls.scope)}.{cls.name[len(cls.module.prefix):]}"

    def _instance_in_module(self, cls: Class) -> str | None:
        """A module variable that is bound to an instance."""
        for module in dict.fromkeys((self.module, cls.module)):
            for name, bound in module.scope.bindings.items():
                calls = (each.func for each in bound if isinstance(each, ir.Call))
                if any(isinstance(each, ir.Name) and each.id == cls.short_name for each in calls):
                    return f"{self._in(module.scope)}.{name}"
        return None

    def _made(self, cls: Class, whole: str, function: Function) -> str:
        """A new instance, for the run or for each session."""
        is_own, variable = self._is_own(function), _variable(cls.short_name)
        maker = cls.method("__init__")
        arguments = list(self._arguments(maker, is_own, not is_own)) if maker is not None else []
        (self.begun if is_own else self.prepared).append(f"{variable} = {whole}({', '.join(map(str, arguments))})")
        return variable

    def _arguments(self, function: Function, is_own: bool, is_client: bool = False) -> Iterator[Argument]:
        """The arguments that a call of a function needs."""
        provided = {each.parameter: each.provider for each in injections(function, self.sharing)}
        defaults = dict(function.defaults)
        signature = function.signature
        receiver = function.receiver if function.owner is not None else None
        key = key_of(function)
        names = [each for each in (*signature.positional, *signature.keyword_only) if each != receiver]
        for name in names:
            by_name = name if name in signature.keyword_only or provided else ""
            if name in provided:
                yield Argument(self._provided(provided[name]), name)
            elif name not in defaults or self._is_filled_by_library(defaults[name], function):
                is_user = name == key or (key is None and name == names[0] and len(names) > 1)
                is_text = name not in defaults
                value = self._value(function, name, is_user, is_client, is_text)
                yield Argument(value, by_name if is_text else name)

    def _is_filled_by_library(self, default: ir.Expression, function: Function) -> bool:
        """Whether a default only tells a library what to pass: `Depends(security)`, `Header()`."""
        whole = dotted(default.func, function.around) if isinstance(default, ir.Call) else None
        top = (whole or "").partition(".")[0]
        return bool(rows_for({top})) and not self.sharing.owns(whole or "")

    def _provided(self, provider: Function) -> str:
        if provider.owner is not None or provider.is_lambda or isinstance(provider.around.owner, Function):
            raise CannotReplay(f"a parameter is filled by '{displayed(provider.name, self.module)}', out of reach")
        arguments = ", ".join(map(str, self._arguments(provider, False)))
        call = f"{self._in(provider.scope)}.{provider.local_name}({arguments})"
        if provider.is_coroutine:
            return f"await anext({call})" if provider.yields else f"await {call}"
        return f"next({call})" if provider.yields else call

    def _value(self, function: Function, name: str, is_user: bool, is_client: bool, is_text: bool) -> str:
        """A client, a number, a text, or a message with parts, which is a text, too."""
        annotation = function.scope.annotations.get(name)
        said = annotation.id if isinstance(annotation, ir.Name) else None
        if is_client or _is_called(function, name):
            return f'outside.client("{name}")'
        if not is_user and name in self._common_keys():
            return f'"{name}"'
        if said in ("int", "float"):
            return "session.number + 1"
        if said == "bool":
            return "True"
        if not is_text or self._has_parts(function, name) or (annotation is not None and said not in PLAIN):
            return f'outside.message(session, "{name}")'
        return "session.user" if is_user else f'session.says("{name}")'

    def _common_keys(self) -> set[str]:
        """The parameters that are keys of the place where sessions race: all sessions use the same entry."""
        steps = self.claim.access.effect.path.steps if self.claim.is_race else ()
        return {each.name.partition("@")[0] for each in steps if each.is_item}

    def _has_parts(self, function: Function, name: str) -> bool:
        """Whether a parameter is used as an object of a library: one of its attributes or items is taken."""
        attributes = {attribute for variable, attribute in function.footprint.parts if variable == name}
        if attributes - set(dir(str)):
            return True
        nodes = body_of(function.scope).nodes
        items = (each.value for each in nodes if isinstance(each, ir.Subscript))
        return any(isinstance(each, ir.Name) and each.id == name for each in items)

    def _show_place(self, access: Access) -> None:
        """Add what a session's own object holds to what the session gets."""
        root = access.effect.path.root
        owner = access.entry.owner
        if owner is None or owner not in self.receivers or not self._is_own(access.entry):
            return
        receiver = self.receivers[owner]
        if root.kind is Kind.CLASS and root.owner in {each.name for each in owner.lineage()}:
            self.shown.append(f"repr({receiver}.{root.name})")
        elif root.kind is Kind.DEFAULT:
            self.shown.append(f"repr(vars({receiver}))")

    def _stand_ins(self, entries: list[Function]) -> Iterator[tuple[str, str]]:
        """The module's names for clients of libraries and for the request that the functions use."""
        reached = self._reached(entries)
        used = {name for each in reached for name in each.footprint.mentions}
        place, scope = self.claim.meeting.root.name, self.module.scope
        for name in sorted(used & scope.bindings.keys()):
            whole = scope.imports.get(name)
            if whole is not None and self.sharing.facts.row(SessionProxy, whole) is not None:
                if not self.begun:
                    self.begun.append("outside.serves(session)")
                yield name, f'outside.request("{name}")'
            elif name != place and self._is_client(name):
                yield name, f'outside.client("{name}")'
        for name in sorted({name for each in reached for name in _undefined(each)}):
            yield name, f'outside.client("{name}")'

    def _reached(self, entries: list[Function]) -> set[Function]:
        """The functions of the module that are called directly or indirectly."""
        graph, reached, waiting = call_graph_of(self.sharing), set(entries), list(entries)
        while waiting:
            found = {each.callee for each in graph.of(waiting.pop())} - reached
            waiting += [each for each in found if home(each.scope) is self.module]
            reached |= found
        return {each for each in reached if home(each.scope) is self.module}

    def _is_client(self, name: str) -> bool:
        """Whether a name of the module is a library's function or object, but not a framework's."""
        scope = self.module.scope
        whole = scope.imports.get(name)
        if whole is None:
            bound = scope.bindings.get(name, ())
            call = bound[0] if len(bound) == 1 else None
            whole = dotted(call.func, scope) if isinstance(call, ir.Call) else None
        if whole is None or self.sharing.owns(whole) or self.sharing.modules.may_own(whole, self.module):
            return False
        top = whole.partition(".")[0]
        if top in sys.stdlib_module_names or top == "builtins" or whole == top or self.modules.remembers(whole):
            return False
        return not any(isinstance(each, (Application, Handler, HandlerBase)) for each in rows_for({top}))


def _is_called(function: Function, name: str) -> bool:
    """Whether a parameter is a function: `call_next(request)`."""
    calls = (each.func for each in body_of(function.scope).nodes if isinstance(each, ir.Call))
    return any(isinstance(each, ir.Name) and each.id == name for each in calls)


def _variable(name: str) -> str:
    """A name for the variable of an instance, different from the names of the test itself."""
    made = "".join(f"_{each.lower()}" if each.isupper() and at else each.lower() for at, each in enumerate(name))
    return f"own_{made}" if made in ("session", "outside", "turn") else made


def _undefined(function: Function) -> Iterator[str]:
    """The names that a function uses and that nothing in its module binds."""
    if any(home(function.scope).scope.star_imports):
        return
    for name in function.footprint.variables:
        if holder(name, function.scope) is None and not hasattr(builtins, name):
            yield name
