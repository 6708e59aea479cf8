"""A method that gives a part of the shared object, or a list of parts: the list is new for each call."""
import asyncio


class Part:
    def __init__(self, kind, name):
        self.kind = kind
        self.name = name
        self.parts = []


class Machine:
    def __init__(self):
        self.whole = Part("machine", "press")
        self.wishes = []

    async def find(self, name, every=False):
        if every:
            found = []
            self.collect(self.whole, "wheel", found)
            return found if name == "*" else [each for each in found if each.name == name]
        return self.walk(self.whole, name)

    def walk(self, part, name):
        if part.name == name:
            return part
        for each in part.parts:
            if found := self.walk(each, name):
                return found
        return None

    def collect(self, part, kind, found):
        if part.kind == kind:
            found.append(part)
        for each in part.parts:
            self.collect(each, kind, found)

    def wishes_of_all(self):
        return self.wishes


machine = Machine()


async def list_of_parts_that_grows_ok(name, other):
    parts = await machine.find(name, every=True)
    parts += await machine.find(other, every=True)
    await asyncio.sleep(0)
    return [each.name for each in parts]


async def list_of_the_object_that_grows_bad(name, wish):
    wishes = machine.wishes_of_all()
    wishes += [wish]  # error: 4, SIS004, "'list_of_the_object_that_grows_bad' appends to 'Machine.wishes'"
    await asyncio.sleep(0)
    return list(machine.wishes)
