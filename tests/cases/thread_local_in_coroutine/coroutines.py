"""All coroutines of a loop run in one thread: for them a thread-local is a module variable."""
import asyncio
import threading
from threading import local as Storage

current = threading.local()


async def set_and_read_after_a_pause_bad(user):
    current.user = user  # error: 4, SIS007, "sets 'current.user'"
    await asyncio.sleep(0)
    return current.user


async def read_without_a_pause_ok(user):
    current.name = user
    return current.name


async def replaced_again_without_a_pause_ok(user):
    current.turn = user
    said = f"it is the turn of {current.turn}"
    current.turn = None
    await asyncio.sleep(0)
    return said


asked = Storage()


def request_in_hand():
    return getattr(asked, "request", None)


async def middleware_bad(request):
    asked.request = request  # error: 4, SIS007, "sets 'asked.request'"
    await asyncio.sleep(0)
    return request_in_hand()


by_name = threading.local()


async def set_by_name_bad(user):
    setattr(by_name, "user", user)  # error: 4, SIS007, "sets 'by_name.user'"
    await asyncio.sleep(0)
    return getattr(by_name, "user")


_storage = threading.local()


def storage():
    return _storage


async def behind_a_helper_bad(user):
    storage().user = user  # error: 4, SIS007, "sets '_storage.user'"
    await asyncio.sleep(0)
    return storage().user


stacked = threading.local()


async def list_of_a_thread_bad(user, message):
    if not hasattr(stacked, "said"):
        stacked.said = []
    stacked.said.append(message)  # error: 4, SIS007, "appends to 'stacked.said'"
    await asyncio.sleep(0)
    return list(stacked.said)


restored = threading.local()


async def restored_at_the_end_bad(user):
    before = getattr(restored, "user", None)
    restored.user = user  # error: 4, SIS007
    try:
        await asyncio.sleep(0)
        return restored.user
    finally:
        restored.user = before


class State(threading.local):
    """What a thread knows."""

    user = None

    def __init__(self):
        self.said = []

    def add(self, message):
        self.said.append(message)  # error: 8, SIS007, "appends to 'State.said'"


state = State()


async def method_of_a_subclass_bad(user, message):
    state.add(message)
    await asyncio.sleep(0)
    return list(state.said)


async def attribute_of_a_subclass_bad(user):
    state.user = user  # error: 4, SIS007, "sets 'State.user'"
    await asyncio.sleep(0)
    return state.user


class Base:
    """Makes the storage for those that inherit."""

    def __init__(self):
        self._local = threading.local()


class Session(Base):
    """Wraps a thread-local that its base has made."""

    def enter(self, user):
        self._local.user = user  # error: 8, SIS007, "'Base._local.user'"

    def user(self):
        return self._local.user


session = Session()


async def wrapped_bad(user):
    session.enter(user)
    await asyncio.sleep(0)
    return session.user()


class Registry:
    """Holds a thread-local in the class."""

    local = threading.local()

    @classmethod
    def enter(cls, user):
        cls.local.user = user  # error: 8, SIS007, "'Registry.local.user'"


async def held_by_a_class_bad(user):
    Registry.enter(user)
    await asyncio.sleep(0)
    return Registry.local.user


class Namespace:
    """Looks its attributes up in a thread-local."""

    def __init__(self):
        object.__setattr__(self, "_inner", threading.local())

    def __getattr__(self, name):
        return getattr(self._inner, name)

    def __setattr__(self, name, value):
        setattr(self._inner, name, value)


namespace = Namespace()


async def namespace_over_a_thread_local_bad(user):
    namespace.user = user  # error: 4, SIS007, "'namespace.user'"
    await asyncio.sleep(0)
    return namespace.user


items = threading.local()


def set_item(key, value):
    setattr(items, key, value)  # error: 4, SIS007, "sets 'items'"


def item(key):
    return getattr(items, key, None)


async def names_that_are_computed_bad(user):
    set_item("user", user)
    await asyncio.sleep(0)
    return item("user")


told = threading.local()


def tell(user):
    told.user = user


CALLS = {"tell": tell}


async def read_what_others_have_set_bad(user):
    CALLS.get("tell")(user)
    await asyncio.sleep(0)
    return told.user  # error: 11, SIS007, "reads 'told.user'"


made = threading.local()


def client():
    if not hasattr(made, "client"):
        made.client = asyncio.Queue()
    return made.client


async def client_of_a_thread_ok(user):
    await client().put(user)
    await asyncio.sleep(0)
    return user


found = threading.local()


async def found_missing_by_an_exception_ok(user):
    try:
        limit = found.limit
    except AttributeError:
        limit = found.limit = int("80")
    await asyncio.sleep(0)
    return limit


keyed = threading.local()


async def table_by_user_ok(user, message):
    if not hasattr(keyed, "table"):
        keyed.table = {}
    keyed.table[user, message] = message
    await asyncio.sleep(0)
    return keyed.table[user, message]


passing = threading.local()


async def local_variable_ok(user):
    mine = threading.local()
    mine.user = user
    await asyncio.sleep(0)
    return mine.user


class Request:
    """An object of one request, with a namespace of its own."""

    def __init__(self, user):
        self.local = type("Local", (), {})()
        self.local.user = user


async def other_object_called_local_ok(user):
    request = Request(user)
    await asyncio.sleep(0)
    return request.local.user


spare = threading.local()


async def value_that_nobody_reads_ok(user):
    spare.user = user
    await asyncio.sleep(0)
    return user


def in_a_thread(user):
    passing.user = user
    return passing.user


async def in_worker_threads_ok(user):
    return await asyncio.to_thread(in_a_thread, user)


configured = threading.local()
configured.limit = 3


async def configuration_of_the_thread_ok(user):
    await asyncio.sleep(0)
    return user * configured.limit
