"""Strawberry: plain resolvers run on the loop, a permission is one object for all, an extension one for each call."""
import asyncio

import strawberry
from strawberry.dataloader import DataLoader
from strawberry.extensions import SchemaExtension
from strawberry.permission import BasePermission

history = []
total = 0
visits = 0


@strawberry.type
class Query:
    @strawberry.field
    def chat(self, message):
        history.append(message)  # error: 8, SIS001, "history"
        return list(history)


def resolver_bad(user, message):
    return Query().chat(message)


@strawberry.type
class Counter:
    @strawberry.field
    async def count(self):
        global total
        before = total
        await asyncio.sleep(0)
        total = before + 1  # error: 8, SIS003, "total"

    @strawberry.field
    def count_on_the_loop(self):
        global visits
        before = visits
        visits = before + 1


async def resolver_counts_bad(user):
    return await Counter().count()


async def plain_resolver_counts_on_the_loop_ok(user):
    await asyncio.sleep(0)
    return Counter().count_on_the_loop()


given = []


def given_as_a_resolver_bad(user, message):
    given.append(message)  # error: 4, SIS001, "given"
    return list(given)


answer = strawberry.field(resolver=given_as_a_resolver_bad)


class MayRead(BasePermission):
    user = None

    async def has_permission(self, source, info):
        self.user = info  # error: 8, SIS004, "MayRead.user"
        await asyncio.sleep(0)
        return self.user


permission = MayRead()


async def kept_on_the_permission_bad(user, message):
    return await permission.has_permission(None, user)


class Log(SchemaExtension):
    async def resolve(self, following, root, info):
        self.info = info
        await asyncio.sleep(0)
        return self.info


async def kept_on_the_extension_ok(user, message):
    return await Log().resolve(None, None, message)


class Audit(SchemaExtension):
    def __init__(self):
        self.info = None

    def resolve(self, following, root, info):
        before = self.info
        self.info = info  # error: 8, SIS004, "Audit.info"
        return before


audit = Audit()
schema = strawberry.Schema(query=Query, extensions=[audit, Log])


def kept_on_the_object_of_an_extension_bad(user, message):
    return audit.resolve(None, None, message)


async def load_rows(keys):
    return [f"rows of {key}" for key in keys]


rows = DataLoader(load_fn=load_rows)


@strawberry.type
class Rows:
    @strawberry.field
    async def of_me(self, user):
        return await rows.load(user)  # error: 21, SIS009, "rows"


async def loader_of_the_module_bad(user):
    return await Rows().of_me(user)


forgetful = DataLoader(load_fn=load_rows, cache=False)


@strawberry.field
async def loader_that_keeps_nothing_ok(user):
    return await forgetful.load(user)


@strawberry.field
async def loader_of_one_request_ok(user):
    return await DataLoader(load_fn=load_rows).load(user)
