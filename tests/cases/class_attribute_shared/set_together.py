"""Attributes of a class that one function sets for a session are one bug, reported at the first of them."""
import asyncio


class Client:
    name = ""
    token = ""

    @classmethod
    async def enter(cls, message):
        cls.name = message  # error: 8, SIS002, "Client.name"
        cls.token = message[:3]
        await asyncio.sleep(0)
        return cls.name, cls.token


async def set_by_one_function_bad(message):
    return await Client.enter(message)


class Desk:
    name = ""
    folder = ""

    @classmethod
    async def enter(cls, message):
        cls.name = message  # error: 8, SIS002, "Desk.name"
        await asyncio.sleep(0)
        return cls.name

    @classmethod
    async def move(cls, message):
        cls.folder = message  # error: 8, SIS002, "Desk.folder"
        await asyncio.sleep(0)
        return cls.folder


async def set_by_two_functions_bad(message):
    return await Desk.enter(message), await Desk.move(message)


class Reader:
    page = ""


class Writer:
    line = ""


async def set_on_two_classes_bad(message):
    Reader.page = message  # error: 4, SIS002, "Reader.page"
    Writer.line = message  # error: 4, SIS002, "Writer.line"
    await asyncio.sleep(0)
    return Reader.page, Writer.line


class Shelf:
    books = []
    owner = ""

    @classmethod
    async def put(cls, message):
        cls.owner = message  # error: 8, SIS002, "Shelf.owner"
        cls.books.append(message)  # error: 8, SIS002, "Shelf.books"
        await asyncio.sleep(0)
        return cls.owner, list(cls.books)


async def a_list_beside_it_bad(message):
    return await Shelf.put(message)


class Visit:
    def __init__(self, message):
        self.name = message
        self.token = message[:3]


async def set_on_an_object_of_the_call_ok(message):
    visit = Visit(message)
    await asyncio.sleep(0)
    return visit.name, visit.token
