"""A method makes a handler for requests: the object that it captures, and what that holds, is one for all of them."""
import asyncio


class Clinic:
    """Stands for a class of another library."""

    async def prepare(self):
        await asyncio.sleep(0)


MAKERS = {"clinic": Clinic}


class Desk:
    def __init__(self, make):
        self.clinic = make()

    def reception(self, verb):
        async def receive(request):
            self.clinic.request = request  # error: 12, SIS004, "'receive' sets 'Desk.clinic.request'"
            await self.clinic.prepare()
            return verb, self.clinic.request

        return receive


reception = Desk(MAKERS["clinic"]).reception("admit")


async def kept_on_the_object_of_a_made_handler_bad(request):
    return await reception(request)


class OwnDesk:
    """Each request has an object of its own."""

    def __init__(self, make):
        self.make = make

    def reception(self, verb):
        async def receive(request):
            clinic = self.make()
            clinic.request = request
            await clinic.prepare()
            return verb, clinic.request

        return receive


own_reception = OwnDesk(MAKERS["clinic"]).reception("admit")


async def made_for_each_request_ok(request):
    return await own_reception(request)


class Ward:
    """What is set is used before others have a turn."""

    def __init__(self, make):
        self.clinic = make()

    def reception(self, verb):
        async def receive(request):
            self.clinic.request = request
            told = self.clinic.request
            await self.clinic.prepare()
            return verb, told

        return receive


ward = Ward(MAKERS["clinic"]).reception("admit")


async def used_at_once_ok(request):
    return await ward(request)


class Registry:
    def __init__(self):
        self.request = None

    def reception(self):
        async def receive(request):
            self.request = request  # error: 12, SIS004, "'receive' sets 'Registry.request'"
            await asyncio.sleep(0)
            return self.request

        return receive


def receptions(cls):
    """What another file does."""
    return {"first": cls().reception()}


registry = receptions(Registry)


async def kept_by_the_maker_of_a_handler_bad(request):
    return await registry["first"](request)


class Visit:
    """Made for one request, which the method is given: what the inner function captures is of that request."""

    def __init__(self):
        self.note = None

    def answering(self, request):
        async def answer(note):
            self.note = note
            await asyncio.sleep(0)
            return request, self.note

        return answer


async def made_in_the_request_ok(request):
    answer = Visit().answering(request)
    return await answer(request)


class Surgery:
    """No method sets the attribute anew: only a part of the object in it."""

    def __init__(self, make):
        self.practice = make()

    async def receive(self, patient):
        self.practice.patient = patient  # error: 8, SIS004, "Surgery.practice.patient"
        await self.practice.prepare()
        return self.practice.patient


surgery = Surgery(MAKERS["clinic"])


async def part_of_a_held_object_bad(patient):
    return await surgery.receive(patient)
