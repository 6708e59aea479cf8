"""The one object for all is got where it is used: each call of its class, or of a function, gives it again."""
import asyncio
from functools import lru_cache


async def rest():
    await asyncio.sleep(0)


class Ledger:
    _ledger = None

    def __new__(cls):
        if cls._ledger is None:
            cls._ledger = super().__new__(cls)
            cls._ledger.entries = []
        return cls._ledger

    def enter(self, entry):
        self.entries.append(entry)  # error: 8, SIS004, "Ledger.entries"
        return list(self.entries)


async def kept_by_its_constructor_bad(client, entry):
    await rest()
    return Ledger().enter(entry)


class Teller:
    def __new__(cls, *arguments):
        if not hasattr(cls, "only"):
            cls.only = object.__new__(cls)
        return cls.only

    def serve(self, client):
        self.client = client  # error: 8, SIS004, "Teller.client"


async def kept_where_nothing_declares_it_bad(client, entry):
    teller = Teller()
    teller.serve(client)
    await rest()
    return [teller.client, entry]


class Vault:
    _vault = None

    def __new__(cls):
        if cls._vault is None:
            cls._vault = super().__new__(cls)
            cls._vault.is_ready = False
        return cls._vault

    def __init__(self):
        if not self.is_ready:
            self.is_ready = True
            self.owner = None


async def made_ready_once_bad(client, entry):
    Vault().owner = client  # error: 4, SIS004, "Vault.owner"
    await rest()
    return [Vault().owner, entry]


class Once(type):
    _made = {}

    def __call__(cls, *arguments, **options):
        if cls not in cls._made:
            cls._made[cls] = super().__call__(*arguments, **options)
        return cls._made[cls]


class Counter(metaclass=Once):
    def __init__(self):
        self.served = []


async def kept_by_a_metaclass_bad(client, entry):
    counter = Counter()
    counter.served.append(client)  # error: 4, SIS004, "Counter.served"
    await rest()
    return list(counter.served)


def single(cls):
    made = {}

    def give(*arguments):
        if cls not in made:
            made[cls] = cls(*arguments)
        return made[cls]

    return give


@single
class Safe:
    def __init__(self):
        self.key = None


async def kept_by_a_decorator_bad(client, key):
    safe = Safe()
    safe.key = key  # error: 4, SIS004, "Safe.key"
    await rest()
    return [client, safe.key]


def one(cls):
    made = None

    def give():
        nonlocal made
        if made is None:
            made = cls()
        return made

    return give


@one
class Door:
    def __init__(self):
        self.guest = None

    async def enter(self, guest):
        self.guest = guest  # error: 8, SIS004, "Door.guest"
        await rest()
        return self.guest


async def kept_in_a_variable_of_a_decorator_bad(client, key):
    return [await Door().enter(client), key]


@lru_cache
class Scale:
    def __init__(self):
        self.load = None


async def kept_by_a_cache_bad(client, load):
    Scale().load = load  # error: 4, SIS004, "Scale.load"
    await rest()
    return [client, Scale().load]


class Hive:
    _common = {}

    def __init__(self):
        self.__dict__ = self._common

    def settle(self, bee):
        self.bee = bee  # error: 8, SIS004, "Hive.bee"


async def one_dictionary_for_all_instances_bad(bee, flower):
    Hive().settle(bee)
    await rest()
    return [Hive().bee, flower]


class Clerk:
    _clerk = None

    @classmethod
    def instance(cls):
        if cls._clerk is None:
            cls._clerk = cls()
        return cls._clerk

    def __init__(self):
        self.client = None

    def greet(self, client):
        self.client = client  # error: 8, SIS004, "Clerk.client"


async def given_by_a_class_method_bad(client, entry):
    Clerk.instance().greet(client)
    await rest()
    return [Clerk.instance().client, entry]


class Guard:
    _guard = None

    def __init__(self):
        self.seen = []

    @staticmethod
    def get():
        if not Guard._guard:
            Guard._guard = Guard()
        return Guard._guard


async def given_by_a_static_method_bad(client, entry):
    guard = Guard.get()
    guard.seen.append(client)  # error: 4, SIS004, "Guard.seen"
    await rest()
    return list(guard.seen)


_porter = None


class Porter:
    def __init__(self):
        self.bags = None


def get_porter():
    global _porter
    if _porter is None:
        _porter = Porter()
    return _porter


async def given_by_a_getter_each_time_bad(client, bags):
    get_porter().bags = bags  # error: 4, SIS004, "Porter.bags"
    await rest()
    return [client, get_porter().bags]


class Account:
    _accounts = {}

    def __new__(cls, client):
        if client not in cls._accounts:
            cls._accounts[client] = super().__new__(cls)
        return cls._accounts[client]

    def book(self, entry):
        self.last = entry
        return self.last


async def one_for_each_client_ok(client, entry):
    await rest()
    return Account(client).book(entry)


class Slip:
    def __new__(cls):
        made = super().__new__(cls)
        made.lines = []
        return made

    def write(self, line):
        self.lines.append(line)
        return self.lines


async def made_anew_by_its_constructor_ok(client, line):
    await rest()
    return Slip().write(line)


def registered(cls):
    names.add(cls.__name__)
    return cls


names = set()


@registered
class Receipt:
    def __init__(self):
        self.lines = []

    def write(self, line):
        self.lines.append(line)
        return self.lines


async def decorated_and_made_anew_ok(client, line):
    await rest()
    return Receipt().write(line)


class Rates:
    _rates = None

    def __new__(cls):
        if cls._rates is None:
            cls._rates = super().__new__(cls)
            cls._rates.table = {"gold": 3}
        return cls._rates


async def settings_of_the_one_object_ok(client, metal):
    await rest()
    return Rates().table.get(metal)


class Sessions(metaclass=Once):
    def __init__(self):
        self.open = {}

    def put(self, client, entry):
        self.open[client] = entry
        return self.open[client]


async def table_with_a_key_on_the_one_object_ok(client, entry):
    await rest()
    return Sessions().put(client, entry)


@single
class Bench:
    def __init__(self):
        self.seats = ("left", "right")

    def seat(self, wish):
        return wish if wish in self.seats else None


async def the_one_object_answers_from_what_it_has_ok(client, wish):
    await rest()
    return Bench().seat(wish)


async def local_under_the_name_of_the_one_object_ok(client, bags):
    porter = Porter()
    porter.bags = bags
    await rest()
    return [client, porter.bags]


class Stool:
    @classmethod
    def make(cls):
        return cls()

    def __init__(self):
        self.guest = None


async def made_anew_by_a_class_method_ok(client, entry):
    stool = Stool.make()
    stool.guest = client
    await rest()
    return [stool.guest, entry]


class Till:
    _till = None

    def __new__(cls):
        if cls._till is None:
            cls._till = super().__new__(cls)
            cls._till.lock = asyncio.Lock()
            cls._till.client = None
        return cls._till

    async def pay(self, client):
        async with self.lock:
            self.client = client
            await rest()
            return self.client


async def lock_of_the_one_object_ok(client, sum_due):
    return [await Till().pay(client), sum_due]


class Form:
    _form = None

    def __init__(self):
        self.fields = ["name"]

    @classmethod
    def get(cls):
        if cls._form is None:
            cls._form = cls()
        return cls._form

    def filled(self, value):
        return [*self.fields, value]


async def copy_of_what_the_one_object_has_ok(client, value):
    filled = Form.get().filled(value)
    await rest()
    filled.append(client)
    return filled


def new_drawer():
    return []


async def list_of_a_getter_made_each_time_ok(client, paper):
    papers = new_drawer()
    papers.append(paper)
    await rest()
    return papers


_held = {}


class Lamp:
    def __init__(self):
        self.light = None


def get_lamp():
    if "lamp" not in _held:
        _held["lamp"] = Lamp()
    return _held["lamp"]


# missed: the types of a table's items are known from its definition only, not from later stores
async def missed_kept_under_one_key_bad(client, light):
    lamp = get_lamp()
    lamp.light = light
    await rest()
    return [client, lamp.light]


class Adviser:
    def __init__(self):
        self.lines = []

    async def ask(self, text):
        self.lines.append(text)  # error: 8, SIS004, "'Adviser.lines'"
        await asyncio.sleep(0)
        answer = ", ".join(self.lines)
        self.lines.append(answer)
        return answer


adviser = None


def get_adviser():
    global adviser
    adviser = adviser or Adviser()
    return adviser


async def made_where_there_was_none_bad(user_id, message):
    return await get_adviser().ask(message)


class Speaker:
    _speaker = None

    def __new__(cls):
        if cls._speaker is None:
            cls._speaker = super().__new__(cls)
        return cls._speaker

    def introduce(self, name):
        self.name = name  # error: 8, SIS004, "Speaker.name"

    def said(self, word):
        return f"{self.name}: {word}"


async def kept_one_that_an_inner_function_uses_bad(name, word):
    speaker = Speaker()
    speaker.introduce(name)

    async def words():
        await rest()
        yield speaker.said(word)

    return [each async for each in words()]


class Reader:
    def __init__(self):
        self.name = None

    def introduce(self, name):
        self.name = name

    def said(self, word):
        return f"{self.name}: {word}"


async def own_one_that_an_inner_function_uses_ok(name, word):
    reader = Reader()
    reader.introduce(name)

    async def words():
        await rest()
        yield reader.said(word)

    return [each async for each in words()]
