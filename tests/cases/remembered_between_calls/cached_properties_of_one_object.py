"""What a cached property of an object gives is one for all who use the object."""
import asyncio
from functools import cached_property


class Check:
    def __init__(self, name):
        self.name = name
        self.visitor = None

    async def prepare(self):
        await asyncio.sleep(0)


class Exit:
    def __init__(self, names):
        self.names = names

    @cached_property
    def checks(self):
        return [Check(each) for each in self.names]

    async def let_out(self, visitor):
        checks = self.checks
        for check in checks:
            check.visitor = visitor  # error: 12, SIS006, "Exit.checks"
        for check in checks:
            await check.prepare()
        return [check.visitor for check in checks]


way_out = Exit(["ticket"])


async def elements_of_a_cached_property_set_bad(user_id, message):
    return await way_out.let_out(user_id)


class Passage:
    @cached_property
    def check(self):
        return Check("ticket")

    async def walk(self, visitor):
        check = self.check
        check.visitor = visitor  # error: 8, SIS006, "Passage.check"
        await check.prepare()
        return check.visitor


passage = Passage()


async def object_of_a_cached_property_set_bad(user_id, message):
    return await passage.walk(user_id)


async def cached_by_an_object_of_the_request_ok(user_id, message):
    own = Way(["ticket"])
    return await own.walk(user_id)


class Way:
    """Each request has one."""

    def __init__(self, names):
        self.names = names

    @cached_property
    def checks(self):
        return [Check(each) for each in self.names]

    async def walk(self, visitor):
        for check in self.checks:
            check.visitor = visitor
        await asyncio.sleep(0)
        return [check.visitor for check in self.checks]
