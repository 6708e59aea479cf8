"""What is kept in a class on purpose, such as registries and caches; a cache whose class belongs to one request is none of them."""
import asyncio
import weakref
from collections import defaultdict


async def rest():
    await asyncio.sleep(0)


class Connection:
    alive = []

    def __init__(self, user_id):
        self.user_id = user_id
        self.alive.append(self)

    def close(self):
        self.alive.remove(self)


async def registry_of_self_ok(user_id):
    connection = Connection(user_id)
    await rest()
    connection.close()
    return connection.user_id


class Window:
    open_windows = set()

    def __init__(self, user_id):
        self.user_id = user_id
        Window.open_windows.add(self)

    def close(self):
        Window.open_windows.discard(self)


async def set_of_selves_ok(user_id):
    window = Window(user_id)
    await rest()
    window.close()
    return window.user_id


class Watched:
    known = weakref.WeakSet()

    def __init__(self, user_id):
        self.user_id = user_id
        self.known.add(self)


async def weak_set_of_selves_ok(user_id):
    watched = Watched(user_id)
    await rest()
    return watched.user_id


class Plugin:
    kinds = []

    def __init_subclass__(cls):
        cls.kinds.append(cls.__name__)


class Bold(Plugin):
    pass


async def registry_of_subclasses_ok(user_id):
    return f"{user_id} may use {', '.join(Plugin.kinds)}"


class Commands:
    known = {}

    @classmethod
    def register(cls, function):
        cls.known[function.__name__] = function
        return function


@Commands.register
def hello(name):
    return f"Hello {name}"


async def registry_filled_at_import_ok(user_id):
    return Commands.known["hello"](user_id)


class Pages:
    _rendered = {}

    def render(self, name):
        if name not in self._rendered:
            self._rendered[name] = f"<p>{name}</p>"
        return self._rendered[name]


async def cache_by_what_it_depends_on_ok(user_id, message):
    return Pages().render(message)


class Rights:
    _known = {}

    def __init__(self, request):
        self.request = request

    def may(self, action):
        if action not in self._known:
            self._known[action] = f"{self.request} may {action}"  # error: 12, SIS002, "_known"
        return self._known[action]


async def cache_of_an_object_of_one_request_bad(user_id):
    return Rights(request=user_id).may("read")


class OwnRights:
    def __init__(self, request):
        self.request = request
        self._known = {}

    def may(self, action):
        if action not in self._known:
            self._known[action] = f"{self.request} may {action}"
        return self._known[action]


async def cache_in_the_object_of_one_request_ok(user_id):
    return OwnRights(request=user_id).may("read")


class Database:
    _pool = None

    @classmethod
    async def pool(cls):
        if cls._pool is None:
            await rest()
            cls._pool = ("a", "pool")
        return cls._pool


async def one_pool_for_all_ok(user_id):
    pool = await Database.pool()
    return f"{user_id} uses {' '.join(pool)}"


class Single:
    _instance = None

    def __new__(cls):
        if cls._instance is None:
            cls._instance = super().__new__(cls)
        return cls._instance

    def greet(self, name):
        return f"Hello {name}"


async def one_object_for_all_ok(user_id):
    return Single().greet(user_id)


class Rooms:
    locks = defaultdict(asyncio.Lock)

    async def enter(self, name):
        async with self.locks[name]:
            await rest()
            return f"{name} entered"


async def locks_in_a_class_ok(user_id):
    return await Rooms().enter(user_id)


class Numbered:
    every = [None]

    def __init__(self, name):
        self.name = name
        self.every.append(self)

    @staticmethod
    def forget():
        Numbered.every = [None]


def numbered(name):
    made = Numbered(name)
    return made.name


async def registry_of_what_another_makes_ok(user_id):
    await asyncio.sleep(0)
    return numbered(user_id)
