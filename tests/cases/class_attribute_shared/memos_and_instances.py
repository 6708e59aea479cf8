"""A memo, a table of instances or a list that is declared as the class's is shared on purpose; a memo of one request is not."""
import asyncio
import threading
from typing import ClassVar


async def rest():
    await asyncio.sleep(0)


class Templates:
    _loaded = {}

    def get(self, name):
        if name not in self._loaded:
            self._loaded[name] = f"template {name}"
        return self._loaded[name]


async def memo_called_with_a_constant_ok(user_id):
    return f"{Templates().get('greeting')} for {user_id}"


class Account:
    _instances = {}

    def __new__(cls, name):
        if name not in cls._instances:
            cls._instances[name] = super().__new__(cls)
        return cls._instances[name]

    def __init__(self, name):
        self.name = name


async def instance_for_each_key_ok(user_id):
    account = Account(user_id)
    await rest()
    return account.name


class Recorder:
    kinds: ClassVar[list] = []

    def record(self, kind):
        self.kinds.append(kind)


async def list_declared_as_the_class_s_ok(user_id):
    Recorder().record("visit")
    await rest()
    return user_id


class Guarded:
    _names = []
    _lock = threading.Lock()

    def add(self, name):
        with self._lock:
            self._names.append(name)

    def count(self):
        with self._lock:
            return len(self._names)


def list_guarded_by_a_lock_of_the_class_ok(user_id):
    Guarded().add(user_id)
    return user_id


class Seen:
    _seen = set()

    def is_new(self, name):
        if name in self._seen:
            return False
        self._seen.add(name)
        return True


async def set_asked_only_for_membership_ok(user_id):
    Seen().is_new(user_id)
    await rest()
    return user_id


class Permissions:
    _memo = {}

    def __init__(self, request):
        self.request = request

    def of(self, action):
        if action not in self._memo:
            self._memo[action] = f"{self.request} may {action}"  # error: 12, SIS002, "_memo"
        return self._memo[action]


async def memo_of_an_object_of_one_request_bad(user_id):
    return Permissions(user_id).of("read")


class Base:
    def __init__(self):
        self.messages = []


class Forgetful(Base):
    messages: list = []

    def __init__(self, name):
        self.name = name

    def add(self, message):
        self.messages.append(message)  # error: 8, SIS002, "messages"
        return list(self.messages)


async def annotated_list_without_the_init_of_the_base_bad(user_id, message):
    return Forgetful(user_id).add(message)


class Careful(Base):
    messages: list = []

    def __init__(self, name):
        super().__init__()
        self.name = name

    def add(self, message):
        self.messages.append(message)
        return list(self.messages)


async def annotated_list_with_the_init_of_the_base_ok(user_id, message):
    return Careful(user_id).add(message)


class Networks:
    allowed = None

    def __init__(self, names):
        if Networks.allowed is None:
            Networks.allowed = []
            for each in names.split(","):
                Networks.allowed.append(each.strip())

    def admit(self, address):
        return address in Networks.allowed


NAMES = "home, office"


async def list_filled_as_it_is_made_ok(user_id, address):
    return user_id, Networks(NAMES).admit(address)


class Visitors:
    seen = None

    def __init__(self, name):
        if Visitors.seen is None:
            Visitors.seen = []
        Visitors.seen.append(name)  # error: 8, SIS002, "seen"

    def names(self):
        return list(Visitors.seen)


async def list_made_where_missing_and_grown_by_each_bad(user_id):
    return Visitors(user_id).names()
