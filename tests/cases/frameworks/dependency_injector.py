"""Dependency Injector: a provider of a singleton gives all callers one object, a factory gives each a new one."""
import asyncio

from dependency_injector import containers, providers


class Archive:
    def __init__(self, shelf):
        self.shelf = shelf
        self.reader = None

    async def lend(self, reader):
        self.reader = reader  # error: 8, SIS004, "Archive.reader"
        await asyncio.sleep(0)
        return self.reader, self.shelf


class Ticket:
    def __init__(self, price):
        self.price = price
        self.holder = None

    async def sell(self, holder):
        self.holder = holder
        await asyncio.sleep(0)
        return self.holder, self.price


class Library(containers.DeclarativeContainer):
    archive = providers.Singleton(Archive, "maps")
    ticket = providers.Factory(Ticket, 3)


async def kept_on_the_one_object_bad(user):
    return await Library.archive().lend(user)


async def kept_on_an_object_for_each_ok(user):
    return await Library.ticket().sell(user)
