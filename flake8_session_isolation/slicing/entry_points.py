"""Entry points: which functions serve sessions, and in which execution contexts.

A context comes from facts or, for a coroutine function, from the default; calls hand it on.  An *entry* is a function
that gets its context from outside, so that its parameters are a session's own data; what it calls is charged to it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping

from flake8_session_isolation.facts import (
    HandlerForm,
    How,
    OnceMethod,
    RunsOnce,
    Serve,
    Served,
    UsuallyOnce,
    Wrapper,
)
from flake8_session_isolation.frontend import ir
from flake8_session_isolation.frontend.memoised import memoised
from flake8_session_isolation.frontend.scopes import Function, home
from flake8_session_isolation.linking.call_graph import Call, call_graph_of
from flake8_session_isolation.linking.decorators import Decorators
from flake8_session_isolation.linking.known_endings import endings
from flake8_session_isolation.linking.object_types import Sharing
from flake8_session_isolation.linking.places import Site
from flake8_session_isolation.linking.registrations import registrations_of
from flake8_session_isolation.linking.scripts import script_of
from flake8_session_isolation.linking.server_modes import Modes
from flake8_session_isolation.linking.signatures import has_form
from flake8_session_isolation.linking.symbols import dotted
from flake8_session_isolation.linking.unfollowed import without_imports
from flake8_session_isolation.linking.wrappers import by_objects, decorated_by
from flake8_session_isolation.slicing.administration import is_administrative
from flake8_session_isolation.slicing.called_back import called_back, called_back_abroad
from flake8_session_isolation.slicing.code_of_tests import OF_TESTS, is_for_tests, is_of_a_test, marks
from flake8_session_isolation.slicing.components import circles
from flake8_session_isolation.slicing.execution_context import Context, Standing, decisive, through
from flake8_session_isolation.slicing.fact_standings import (
    by_base,
    by_base_of_a_heir,
    context_of,
    is_among,
    is_given,
    of_wrapper,
    standing_by,
    threaded,
)
from flake8_session_isolation.slicing.inherited_methods import run_by_inherited
from flake8_session_isolation.slicing.own_decorators import by_own_decorator
from flake8_session_isolation.slicing.program_runs import OF_ONE_USER, by_default, is_own_event, works_for_one_user
from flake8_session_isolation.slicing.request_proxies import request_proxies
from flake8_session_isolation.slicing.serving import may_serve
from flake8_session_isolation.slicing.thread_starts import start_of, started_elsewhere

MOST_ROUNDS = 30
"""Steps that a context travels along calls."""
BY_THE_MODULE = "<module>"
"""Where a module gives a function to a library."""


class Contexts:
    """The standings of all functions of one module."""

    def __init__(self, sharing: Sharing) -> None:
        """For the module that `sharing` looks at, by its whole call graph. Callers of functions in `cut` are ignored,
        because they are too far away."""
        module = sharing.module
        self.cut: Collection[str] = ()
        self._circling: set[Function] = set()
        self._rows_say: dict[Function, Standing | None] = {}
        self.facts = sharing.facts
        self.forms = sharing.facts.every(HandlerForm)
        self.sharing = sharing
        self.module = module
        self.registrations = registrations_of(sharing)
        self.decorators = Decorators(self.registrations)
        self.modes = Modes(self.registrations)
        self.script = script_of(sharing)
        self._is_for_tests = is_for_tests(sharing, self._is_registered)
        self.incoming = call_graph_of(sharing).incoming()
        self.start = module.initialiser
        self.known: dict[Function, Standing] = {self.start: self._of_the_module(self.start)}
        self._settle(module.functions)

    def of(self, function: Function) -> Standing:
        """The standing of `function`."""
        return self.known.get(function) or Standing(frozenset({Context.UNKNOWN}), "no caller of it was found")

    def entries(self) -> Iterator[tuple[Function, Standing]]:
        """Functions whose context comes from outside, in source order."""
        for function in (self.start, *self.module.functions):
            standing = self.known.get(function)
            if standing is not None and (standing.is_entry or (standing.is_served and function.name in self.cut)):
                yield function, standing

    def offered(self) -> Iterator[tuple[Function, Standing]]:
        """Public functions whose known callers have no known context: a library's users may call them, too."""
        for function, standing in self.known.items():
            is_public = not function.name.rpartition(".")[2].startswith("_")
            if is_public and not standing.is_entry and standing.contexts == {Context.UNKNOWN}:
                yield function, standing

    def is_called_at_start(self, function: Function) -> bool:
        """Whether code that runs once calls a function, among other callers."""
        calls = self.incoming.get(function, ())
        return any(call.how is How.CALL and self.of(caller).contexts <= {Context.ONCE} for caller, call in calls)

    def _of_the_module(self, start: Function) -> Standing:
        """The context of the module's own statements."""
        rerun = standing_by(start, _IN_THREADS, _RERUN) if self.script.is_rerun else None
        return rerun or Standing(frozenset({Context.ONCE}), "it is the module")

    def abroad(self) -> Iterator[tuple[Function, Standing, Site]]:
        """Plain functions of other modules that this module gives to a library, with the place of that call. Coroutine
        functions, and functions whose own file shows that they are served, are judged in their own file."""
        for function, registered in self.registrations.abroad():
            served = registered.served
            standing = standing_by(function, served, registered.name) if served is not None else None
            if standing is not None and not function.is_coroutine and not self._is_served_at_home(function):
                yield function, standing, Site(registered.line, registered.column, BY_THE_MODULE)
        for function, standing, given in called_back_abroad(self.known, self.sharing):
            if self.registrations.of(function) is None and not self._is_served_at_home(function):
                yield function, standing, Site(given.line, given.column, BY_THE_MODULE)
        for function, replaced in by_objects(self.sharing):
            standing = self._by_wrapping(function) if home(function.scope) is not self.module else None
            if standing is not None:
                yield function, standing, Site(replaced[0].line, replaced[0].column, BY_THE_MODULE)

    def started(self) -> Iterator[tuple[Function, Standing, Site]]:
        """Plain functions of other modules that served functions run in threads, with the place of that call. What they
        do is judged in their own file."""
        for caller, function in started_elsewhere(self.sharing):
            standing = self.of(caller)
            if standing.is_served and not self._is_served_at_home(function):
                contexts = frozenset(through(How.THREAD, each) for each in standing.contexts)
                started = Standing(contexts, f"{caller.name} runs it", is_entry=True, is_handler=True)
                yield function, started, start_of(function, caller)

    def _is_served_at_home(self, function: Function) -> bool:
        """Whether the decorators or the form of a function show, in its own file, that it serves."""
        sharing = self.sharing.seen_from(function.scope)
        decorators = Decorators(registrations_of(sharing))
        rows = (decorators.handler(each, function.around) for each in function.decorators)
        return any(rows) or any(has_form(function, each) for each in sharing.facts.every(HandlerForm))

    def _settle(self, functions: list[Function]) -> None:
        """Propagate contexts along calls to a fixed point; uncalled coroutine functions are served by default."""
        fixed = {each: standing for each in functions if (standing := self._by_facts(each)) is not None}
        fixed.update(called_back(functions, fixed, self.incoming, self.sharing))
        fixed.update(run_by_inherited(functions, fixed, self.sharing))
        self.known.update(fixed)
        open_ones = [each for each in functions if each not in fixed]
        called = self._called_by(open_ones)
        self._spread(open_ones, called)
        unknown = [each for each in open_ones if each not in self.known]
        served = filter(self._is_served_by_default, unknown)
        self._begin({each: by_default(each, self.sharing) for each in served}, called)
        unknown = [each for each in unknown if each not in self.known]
        # With none of the coroutines of a circle the calls begin, so with any.
        self._circling = {each for each in circles(unknown, lambda at: called.get(at, ())) if self._may_serve(each)}
        self._begin({each: by_default(each, self.sharing) for each in self._circling}, called)
        unknown = [each for each in unknown if each not in self.known]
        self._begin({each: self._left_over(each) for each in unknown}, called)

    def _called_by(self, functions: list[Function]) -> dict[Function, list[Function]]:
        """For each caller the functions among these that it calls."""
        called: dict[Function, list[Function]] = defaultdict(list)
        for each in functions:
            for caller, _ in self.incoming.get(each, ()):
                called[caller].append(each)
        return called

    def _begin(self, standings: dict[Function, Standing], called: Mapping[Function, list[Function]]) -> None:
        """Give functions a standing, and propagate it along calls."""
        self.known.update(standings)
        self._spread(_callees(standings, called), called)

    def _spread(self, functions: Iterable[Function], called: Mapping[Function, list[Function]]) -> None:
        """Derive contexts from callers, and again for the callees of each function that changes."""
        for _ in range(MOST_ROUNDS):
            open_ones = [each for each in functions if each not in self._circling]
            found = {each: standing for each in open_ones if (standing := self._by_calls(each)) is not None}
            changed = {each: standing for each, standing in found.items() if standing != self.known.get(each)}
            if not changed:
                return
            self.known.update(changed)
            functions = _callees(changed, called)

    def _by_facts(self, function: Function) -> Standing | None:
        """What facts say of the function, given the mode in which the program runs its libraries."""
        standing = self._by_rows(function)
        if standing is not None and standing.is_by_facts and self.modes.has_one_client:
            return Standing(frozenset({Context.ONCE}), "only the client that started the program is served")
        if standing is not None and Context.SERIAL in standing.contexts and self.modes.overlaps:
            return standing._replace(contexts=frozenset({Context.TASKS}))
        return standing

    def _by_rows(self, function: Function) -> Standing | None:
        """What facts say of the function's decorators, name and class, and of the module around it."""
        if function not in self._rows_say:
            found = self._looked_up(function)
            is_own = found is not None and found.is_by_facts and is_own_event(function, self.facts)
            self._rows_say[function] = by_default(function, self.sharing) if is_own else found
        return self._rows_say[function]

    def _looked_up(self, function: Function) -> Standing | None:
        if self.script.is_rerun:
            return standing_by(function, _IN_THREADS, _RERUN)
        if is_of_a_test(function, self.sharing, self._is_registered):
            return OF_TESTS
        if self._starts_a_program(function):
            return _AT_START_OR_END
        for decorator in function.decorators:
            row = self.decorators.handler(decorator, function.around)
            if row is not None:
                threads = row.threaded_by is not None and is_given(row.threaded_by, decorator)
                return standing_by(function, threaded(row.served) if threads else row.served, row.name)
        if function.owner is not None and (inherited := by_base(function, function.owner, self.sharing)) is not None:
            return inherited
        if (mixed_in := by_base_of_a_heir(function, self.sharing)) is not None:
            return mixed_in
        standing = self._by_form(function) or self._by_registration(function) or self._by_wrapping(function)
        standing = standing or self._by_name(function)
        standing = standing or (standing_by(function, _IN_THREADS, _PAGE) if self.script.is_page(function) else None)
        return standing or (OF_TESTS if self._is_for_tests else None)

    def _by_form(self, function: Function) -> Standing | None:
        """What facts say of a function of this name and signature."""
        last = function.short_name
        forms = (each for each in self.forms if each.function in ("*", last) or "*" in each.function)
        row = next((each for each in forms if has_form(function, each)), None)
        return standing_by(function, row.served, row.name) if row is not None else None

    def _by_registration(self, function: Function) -> Standing | None:
        """What facts say of a call to which the function is given."""
        registered = self.registrations.of(function)
        if registered is None:
            return None
        if registered.served is None:
            return _AT_START_OR_END
        return standing_by(function, registered.served, registered.name)

    def _by_wrapping(self, function: Function) -> Standing | None:
        """What facts say of the function that it replaces through a decorator of the project."""
        may_wrap = isinstance(function.around.owner, Function) or function.short_name == "__call__"
        wrapped = decorated_by(self.sharing).get(function, ()) if may_wrap else ()
        single = (each for each in wrapped if not decorated_by(self.sharing).get(each))
        found = (of_wrapper(self._by_rows(each), function, each, self.sharing) for each in single)
        return next((each for each in found if each is not None and each.is_by_facts and each.is_served), None)

    def _by_name(self, function: Function) -> Standing | None:
        """The context that the name of a function, or a decorator of the project, shows if nothing else does."""
        if endings(self.facts, UsuallyOnce).may_be(function.short_name):
            row = self.facts.row(UsuallyOnce, function.short_name)
            is_at_top = function.local_name == function.short_name
            if row is not None and not row.if_uncalled and (function.is_coroutine if row.methods else is_at_top):
                return _AT_START_OR_END
        return by_own_decorator(function, self.sharing) if function.is_coroutine and function.decorators else None

    def _starts_a_program(self, function: Function) -> bool:
        names = (function.name, *(self.sharing.qualified(each, function.around) for each in marks(function)))
        known = endings(self.facts, RunsOnce)
        if any(self.facts.row(RunsOnce, each) for each in names if each and known.may_be(each.rpartition(".")[2])):
            return True
        bases = function.owner.foreign_bases() if function.owner else ()
        rows = (self.facts.row(OnceMethod, each) for each in bases)
        return any(row is not None and is_among(function, row.methods) for row in rows)

    def _by_calls(self, function: Function) -> Standing | None:
        """The context that results from the visible callers; None while one of them is not known."""
        calls = [(caller, call) for caller, call in self.incoming.get(function, ()) if caller is not function]
        for caller, call in calls:
            if call.served is not None and context_of(function, call.served) is not None:
                return standing_by(function, call.served, f"a registration in {caller.name}")
        if self._is_handed_over(function, calls):
            if not function.is_coroutine and (own := self._of_its_maker(function, calls)) is not None:
                return own
            is_unknown = not function.is_coroutine or self._is_context_manager(function)
            return None if is_unknown else _handed_over(function, self.sharing)
        contexts: set[Context] = set()
        is_entry = False
        for caller, call in calls:
            standing = self.known.get(caller)
            if standing is None:
                if not function.is_coroutine or call.how is not How.CALL:
                    continue
                return None
            given = {through(call.how, each) for each in standing.contexts}
            is_entry = is_entry or call.how in (How.TASK, How.THREAD, How.SERVE, How.RUN)
            contexts |= given
        if (
            self._may_serve(function)
            and contexts == {Context.UNKNOWN}
            and any(call.how is not How.RUN for _, call in calls)
        ):
            return by_default(function, self.sharing)
        if not contexts:
            return None
        contexts = decisive(contexts)
        runs = any(each.is_served or each is Context.BACKGROUND for each in contexts)
        entry = is_entry and runs
        return Standing(
            frozenset(contexts), _callers(calls), entry, is_handler=entry and Context.BACKGROUND not in contexts
        )

    def _of_its_maker(self, function: Function, calls: Iterable[tuple[Function, Call]]) -> Standing | None:
        """The context of a nested function that a served function makes and uses itself or hands over, and of a method
        that only served methods of its object hand over."""
        maker = function.around.owner
        makers = [maker] if isinstance(maker, Function) else list(self._handing_over(function, calls))
        standings = [self.known.get(each) for each in makers]
        served = [each for each in standings if each is not None and each.is_served]
        if not served or len(served) < len(standings):
            return None
        contexts = frozenset().union(*(each.contexts for each in served))
        return Standing(contexts, f"{makers[0].name} hands it over", is_entry=True)

    @staticmethod
    def _handing_over(function: Function, calls: Iterable[tuple[Function, Call]]) -> Iterator[Function]:
        """The methods of the same class that hand over a method, if no others mention it."""
        callers = [caller for caller, call in calls]
        is_own = function.owner is not None and all(each.owner is function.owner for each in callers)
        return iter(callers if is_own and all(call.how is How.REFERENCE for _, call in calls) else ())

    def _is_handed_over(self, function: Function, calls: Iterable[tuple[Function, Call]]) -> bool:
        """Whether unknown code may call the function: it is passed as an argument, or has an unknown decorator."""
        return any(call.how is How.REFERENCE for _, call in calls) or self._is_registered(function)

    def _is_registered(self, function: Function) -> bool:
        """Whether a decorator hands the function to other code."""
        return any(self._registers(each, function) for each in function.decorators)

    def is_kept_as_handler(self, function: Function) -> bool:
        """Whether an object of a library keeps a function, no method of a class, and calls it later."""
        is_given = self._is_registered(function) or self.registrations.of(function) is not None
        return is_given and function.owner is None and self.of(function).is_by_facts

    def _registers(self, decorator: ir.Expression, function: Function) -> bool:
        """Whether a decorator hands the function to other code: `@app.get("/")` on an object made in this module."""
        node = decorator.func if isinstance(decorator, ir.Call) else decorator
        return isinstance(node, ir.Attribute) and not self.facts.row(Wrapper, dotted(node, function.around))

    def _is_served_by_default(self, function: Function) -> bool:
        """A coroutine function for which nothing shows that it runs once."""
        return self._may_serve(function) and not self.incoming.get(function)

    def _may_serve(self, function: Function) -> bool:
        return function.is_coroutine and not self._is_context_manager(function)

    def _is_context_manager(self, function: Function) -> bool:
        """Whether it is a context manager or an awaitable of the package, whose users are not known."""
        if function.owner is not None and function.short_name in ("__aenter__", "__aexit__"):
            return True
        if isinstance(function.around.owner, Function) and function.around.owner.short_name == "__await__":
            return True
        return any((dotted(each, function.around) or "").endswith("contextmanager") for each in function.decorators)

    def _left_over(self, function: Function) -> Standing:
        proxy = request_proxies(self.sharing).used_by(function)
        served = proxy.served if proxy is not None else None
        standing = standing_by(function, served, proxy.name) if proxy is not None and served is not None else None
        if standing is not None:
            return standing._replace(is_by_facts=False)
        is_run = any(call.how is not How.RUN for _, call in self.incoming.get(function, ()))
        if function.is_coroutine and is_run and not self._is_context_manager(function):
            return by_default(function, self.sharing)
        return Standing(frozenset({Context.UNKNOWN}), "no caller of it was found", is_entry=True)


def _callees(functions: Iterable[Function], called: Mapping[Function, list[Function]]) -> Iterable[Function]:
    """The functions that some functions call, each once."""
    return dict.fromkeys(callee for each in functions for callee in called.get(each, ()))


@memoised
def contexts_of(view: Sharing) -> Contexts:
    """The execution contexts of the functions of the module that `view` looks at."""
    return Contexts(view if may_serve(view) else without_imports(view))


def _handed_over(function: Function, view: Sharing) -> Standing:
    if works_for_one_user(function, view):
        return OF_ONE_USER
    because, administrative = "it is a coroutine function handed over to others", is_administrative(function)
    return Standing(frozenset({Context.TASKS}), because, True, True, is_administrative=administrative)


_AT_START_OR_END = Standing(frozenset({Context.ONCE}), "it belongs to a program's start or end")
_IN_THREADS = Served(Serve.THREADS, Serve.THREADS)
_RERUN = "a script that is run again for each session"
_PAGE = "a script that shows it in each session"


def _callers(calls: list[tuple[Function, Call]]) -> str:
    names = sorted({caller.name for caller, _ in calls})
    return f"it is run by {', '.join(names[:3])}{' and others' if len(names) > 3 else ''}"
