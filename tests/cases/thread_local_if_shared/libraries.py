"""Functions of a library whose callers are not in sight; here each case calls them as a coroutine may."""
import asyncio
import threading
from contextlib import contextmanager
from contextvars import ContextVar

tenant = threading.local()


def set_tenant(name):
    tenant.name = name  # error: 4, SIS107, "'set_tenant' sets 'tenant.name'"


def tenant_in_force():
    return tenant.name


SETTER = {"set": set_tenant, "get": tenant_in_force}


async def setter_bad(user):
    SETTER.get("set")(user)
    await asyncio.sleep(0)
    return SETTER.get("get")()


state = threading.local()


@contextmanager
def scope(**given):
    before = getattr(state, "scope", {})
    inner = dict(before)
    inner.update(given)
    state.scope = inner  # error: 4, SIS107, "'scope' sets 'state.scope'"
    try:
        yield
    finally:
        state.scope = before


def scope_in_force():
    return dict(getattr(state, "scope", {}))


SCOPE = {"enter": scope, "get": scope_in_force}


async def context_manager_bad(user):
    with SCOPE.get("enter")(user=user):
        await asyncio.sleep(0)
        return SCOPE.get("get")()["user"]


silenced = threading.local()


@contextmanager
def silence():
    silenced.on = True  # error: 4, SIS107, "'silence' sets 'silenced.on'"
    try:
        yield
    finally:
        silenced.on = False


def said(message):
    if getattr(silenced, "on", False):
        return ""
    return message


SILENCE = {"enter": silence, "say": said}


async def flag_for_a_block_bad(user, message):
    first = SILENCE.get("say")(message)
    with SILENCE.get("enter")():
        await asyncio.sleep(0)
    return first


spans = threading.local()


class Span:
    """Is in force while it is entered."""

    def __init__(self, name):
        self.name = name

    def __enter__(self):
        self.before = getattr(spans, "current", None)
        spans.current = self  # error: 8, SIS107, "'__enter__' sets 'spans.current'"
        return self

    def __exit__(self, *details):
        spans.current = self.before


def span_in_force():
    return spans.current


SPAN = {"enter": Span, "get": span_in_force}


async def object_in_force_bad(user):
    with SPAN.get("enter")(user):
        await asyncio.sleep(0)
        return SPAN.get("get")().name


bound = threading.local()


def _values():
    try:
        return bound.values
    except AttributeError:
        bound.values = {}
        return bound.values


def bind(**values):
    _values().update(values)  # error: 4, SIS107, "'bind' updates 'bound.values'"


def merged(event):
    return {**_values(), "event": event}


BIND = {"bind": bind, "merge": merged}


async def values_for_each_line_of_a_log_bad(user, message):
    BIND.get("bind")(user=user)
    await asyncio.sleep(0)
    return BIND.get("merge")(message)["user"]


local = threading.local()


class Configuration:
    """What is known of the request in hand."""

    def __init__(self):
        self.user = None

    @classmethod
    def current(cls):
        if not hasattr(local, "configuration"):
            local.configuration = Configuration()  # error: 12, SIS107, "'current' sets 'local.configuration'"
        return local.configuration

    @classmethod
    def clear(cls):
        if hasattr(local, "configuration"):
            del local.configuration


async def object_until_it_is_cleared_bad(user):
    known = vars(Configuration)["current"].__get__(None, Configuration)
    known().user = user
    await asyncio.sleep(0)
    return known().user


variable = ContextVar("variable", default=None)


def set_variable(name):
    variable.set(name)


VARIABLE = {"set": set_variable, "get": variable.get}


async def context_variable_ok(user):
    VARIABLE.get("set")(user)
    await asyncio.sleep(0)
    return VARIABLE.get("get")()


parsers = threading.local()


class Parser:
    """Made once for each thread, and kept."""

    def parse(self, text):
        return text.split()


def parser():
    if not hasattr(parsers, "parser"):
        parsers.parser = Parser()
    return parsers.parser


PARSER = {"get": parser}


async def made_for_each_thread_ok(user, message):
    first = PARSER.get("get")().parse(message)
    await asyncio.sleep(0)
    return first


limits = threading.local()


def limit():
    limits.value = int("80")
    return limits.value


LIMIT = {"get": limit}


async def nothing_of_the_callers_ok(user):
    await asyncio.sleep(0)
    return LIMIT.get("get")()


unread = threading.local()


def mark(name):
    unread.name = name


MARK = {"set": mark}


async def value_that_nobody_reads_ok(user):
    MARK.get("set")(user)
    await asyncio.sleep(0)
    return user


known = threading.local()


def remember(name):
    if getattr(known, "name", None) is None:
        known.name = name.upper()
    return known.name


REMEMBER = {"get": remember}


async def found_missing_ok(user):
    REMEMBER.get("get")("the same for everybody")
    await asyncio.sleep(0)
    return user


jobs = threading.local()


def run_in_worker_thread(job):
    jobs.current = job
    return job_in_hand()


def job_in_hand():
    return jobs.current


async def started_in_a_thread_ok(user):
    loop = asyncio.get_running_loop()
    return await loop.run_in_executor(None, run_in_worker_thread, user)


own = threading.local()


class Trail:
    """Keeps a stack: the last step is what goes on now."""

    def __init__(self):
        self.steps = []

    def begin(self, step):
        self.steps.append(step)

    def current(self):
        return self.steps[-1] if self.steps else None


def trail():
    if not hasattr(own, "trail"):
        own.trail = Trail()  # error: 8, SIS107
    return own.trail


TRAIL = {"get": trail}


async def stack_of_a_thread_bad(user):
    TRAIL.get("get")().begin(user)
    await asyncio.sleep(0)
    return TRAIL.get("get")().current()


class Splitter:
    """Its list is of one run: each begins with a new one."""

    def split(self, text):
        self.parts = []
        for each in text.split():
            self.parts.append(each)
        return self.parts

    def last(self):
        return self.parts[-1]


def splitter():
    if not hasattr(own, "splitter"):
        own.splitter = Splitter()
    return own.splitter


SPLITTER = {"get": splitter}


async def parser_of_a_thread_ok(user):
    await asyncio.sleep(0)
    return SPLITTER.get("get")().split(user)
