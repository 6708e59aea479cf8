"""What a class method of a class makes of it, and what an attribute keeps, shows no instance for each call."""
import asyncio


def one_for_all(cls, *given):
    """What somebody may do in another file."""
    return eval("cls")(*given)


class Wire:
    async def send(self, text):
        await asyncio.sleep(0)
        return f"{text}."


class Gauge:
    def __init__(self, client):
        self.client = client
        self.level = ""

    @classmethod
    async def connected(cls, client):
        gauge = cls(client)
        gauge.level = await client.send("begin")
        return gauge

    async def rise(self):
        answer = await self.client.send(self.level)
        self.level = answer  # error: 8, SIS103
        return answer


gauge = one_for_all(Gauge, Wire())


async def made_by_another_constructor_bad(user):
    return await gauge.rise()


class Valve:
    def __init__(self, client):
        self.client = client
        self.turns = ""

    async def turn(self):
        answer = await self.client.send(self.turns)
        self.turns = answer  # error: 8, SIS103
        return answer


class Boiler:
    def __init__(self, client, valve=None):
        self.client = client
        self.valve = valve or Valve(client)

    async def open(self):
        return await self.valve.turn()


boiler = one_for_all(Boiler, Wire())


async def made_where_none_is_given_bad(user):
    return await boiler.open()


class Pump:
    def __init__(self, client):
        self.client = client
        self.strokes = ""

    async def stroke(self):
        answer = await self.client.send(self.strokes)
        self.strokes = answer
        return answer


async def made_for_each_call_where_none_is_given_ok(user):
    pump = None or Pump(Wire())
    return await pump.stroke()
