"""What an object uses where it is given nothing is one for all: `self.store = store or STORE`."""
import asyncio


async def complete(messages):
    await asyncio.sleep(0)
    return list(messages)


class Store:
    def __init__(self):
        self.messages = []

    def add(self, message):
        self.messages.append(message)  # error: 8, SIS004, "Store.messages"


STORE = Store()


class Talk:
    def __init__(self, user, store=None):
        self.user = user
        self.store = store or STORE

    async def ask(self, message):
        self.store.add(message)
        return await complete(self.store.messages)


async def nothing_is_given_bad(user_id, message):
    return await Talk(user_id).ask(message)


class Shelf:
    def __init__(self):
        self.books = []

    def put(self, book):
        self.books.append(book)  # error: 8, SIS004, "Shelf.books"


SHELF = Shelf()


class Library:
    def __init__(self, *, shelf=None):
        self.shelf = SHELF if shelf is None else shelf

    async def lend(self, book):
        self.shelf.put(book)
        return await complete(self.shelf.books)


async def none_is_given_bad(user_id, message):
    return await Library(shelf=None).lend(message)


class Box:
    def __init__(self):
        self.things = []

    def put(self, thing):
        self.things.append(thing)


BOX = Box()


class Packer:
    def __init__(self, box=None):
        self.box = box or BOX

    async def pack(self, thing):
        self.box.put(thing)
        return await complete(self.box.things)


async def own_object_is_given_ok(user_id, message):
    return await Packer(Box()).pack(message)


async def own_object_is_given_by_name_ok(user_id, message):
    return await Packer(box=Box()).pack(message)


class Tray:
    def __init__(self):
        self.cups = []

    def put(self, cup):
        self.cups.append(cup)


class Waiter:
    def __init__(self, tray=None):
        self.tray = tray or Tray()

    async def serve(self, cup):
        self.tray.put(cup)
        return await complete(self.tray.cups)


async def new_object_stands_in_ok(user_id, message):
    return await Waiter().serve(message)


class Rules:
    def __init__(self):
        self.words = ["please"]

    def all(self):
        return list(self.words)


RULES = Rules()


class Teacher:
    def __init__(self, rules=None):
        self.rules = rules or RULES

    async def teach(self, word):
        return await complete([word, *self.rules.all()])


async def only_read_ok(user_id, message):
    return await Teacher().teach(message)
