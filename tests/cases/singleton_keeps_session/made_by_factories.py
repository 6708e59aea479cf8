"""A service of which there is one comes from a function, a class method, a coroutine, a property or a parameter."""
import asyncio
import contextlib
import functools
from typing import Optional


async def rest():
    await asyncio.sleep(0)


class Service:
    def __init__(self):
        self.user = None

    @classmethod
    def create(cls):
        return cls()

    @classmethod
    async def opened(cls):
        made = cls()
        await rest()
        return made

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.user = None


def make_service():
    return Service()


by_function = make_service()


async def made_by_a_function_bad(user_id):
    by_function.user = user_id  # error: 4, SIS004, "'Service.user'"
    await rest()
    return by_function.user


class Loud(Service):
    async def shout(self, user_id):
        self.user = user_id  # error: 8, SIS004, "'Service.user'"
        await rest()
        return self.user.upper()


loud = Loud.create()


async def made_by_an_inherited_class_method_bad(user_id):
    return await loud.shout(user_id)


by_coroutine = asyncio.run(Service.opened())


async def made_by_a_coroutine_bad(user_id):
    by_coroutine.user = user_id  # error: 4, SIS004, "'Service.user'"
    await rest()
    return by_coroutine.user


def unfold(made) -> Optional[Service]:
    return eval("made")()


by_promise = unfold(Service)


async def promised_by_an_annotation_bad(user_id):
    by_promise.user = user_id  # error: 4, SIS004, "'Service.user'"
    await rest()
    return by_promise.user


def make_by_another(loudly=False):
    service = make_service()
    return service


by_another = make_by_another()


async def made_by_a_factory_of_a_factory_bad(user_id):
    by_another.user = user_id  # error: 4, SIS004, "'Service.user'"
    await rest()
    return by_another.user


by_partial = functools.partial(Service)()


async def made_by_partial_bad(user_id):
    by_partial.user = user_id  # error: 4, SIS004, "'Service.user'"
    await rest()
    return by_partial.user


class Office:
    def __init__(self):
        self._service = make_service()

    @property
    def service(self):
        return self._service


office = Office()
by_property = office.service


async def given_by_a_property_bad(user_id):
    by_property.user = user_id  # error: 4, SIS004, "'Service.user'"
    await rest()
    return by_property.user


class Desk:
    def __init__(self, service):
        self.service = service

    async def serve(self, user_id):
        self.service.user = user_id  # error: 8, SIS004, "'Service.user'"
        await rest()
        return self.service.user


desk = Desk(make_service())


async def passed_by_the_only_caller_bad(user_id):
    return await desk.serve(user_id)


async def note_down(thing, user_id):
    if isinstance(thing, Service):
        thing.user = user_id  # error: 8, SIS004, "'Service.user'"
        await rest()
        return thing.user


async def told_by_a_test_bad(user_id):
    return await note_down(by_function, user_id)


async def made_for_the_call_ok(user_id):
    mine = make_service()
    mine.user = user_id
    await rest()
    return mine.user


async def entered_for_the_call_ok(user_id):
    with Service() as mine:
        mine.user = user_id
        await rest()
        return mine.user


class Visit:
    def __init__(self):
        self.user = None

    @classmethod
    def begin(cls):
        return cls()

    async def tell(self, user_id):
        self.user = user_id
        await rest()
        return self.user


async def begun_for_the_call_ok(user_id):
    return await Visit.begin().tell(user_id)


class Ticket:
    def __init__(self):
        self.user = None


@contextlib.contextmanager
def lent():
    yield Ticket()


async def lent_for_the_call_ok(user_id):
    with lent() as ticket:
        ticket.user = user_id
        await rest()
        return ticket.user


async def opened_for_the_call_ok(user_id):
    mine = await Service.opened()
    mine.user = user_id
    await rest()
    return mine.user


async def made_by_a_factory_of_a_factory_for_the_call_ok(user_id):
    mine = make_by_another()
    mine.user = user_id
    await rest()
    return mine.user


async def made_by_partial_for_the_call_ok(user_id):
    mine = functools.partial(Service)()
    mine.user = user_id
    await rest()
    return mine.user


async def given_by_a_property_of_an_own_object_ok(user_id):
    mine = Office().service
    mine.user = user_id
    await rest()
    return mine.user


async def noted_down_in_an_own_object_ok(user_id):
    return await note_down(make_service(), user_id)


async def only_looked_at_ok(user_id):
    await rest()
    return f"{type(by_function).__name__} {user_id}"
