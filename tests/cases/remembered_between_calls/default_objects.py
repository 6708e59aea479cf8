"""An object made as a default is made once, as a list is: what its methods put into it is there for the next caller."""
import asyncio
import itertools


class Memory:
    def __init__(self):
        self.facts = []

    def remember(self, fact):
        self.facts.append(fact)  # error: 8, SIS006, "'remember' appends to 'Agent.__init__.memory'"

    def recall(self):
        return " ".join(self.facts)


class Agent:
    def __init__(self, memory: Memory = Memory()):
        self.memory = memory

    async def ask(self, message):
        self.memory.remember(message)
        await asyncio.sleep(0)
        return self.memory.recall()


async def memory_of_the_constructor_bad(user_id, message):
    return await Agent().ask(message)


class OwnMemory:
    def __init__(self):
        self.facts = []

    def remember(self, fact):
        self.facts.append(fact)


class CarefulAgent:
    def __init__(self, memory=None):
        self.memory = memory or OwnMemory()

    async def ask(self, message):
        self.memory.remember(message)
        await asyncio.sleep(0)
        return list(self.memory.facts)


async def memory_of_the_object_ok(user_id, message):
    return await CarefulAgent().ask(message)


class Style:
    def __init__(self):
        self.words = ["hello"]

    def first(self):
        return self.words[0]


async def object_that_is_only_read_ok(user_id, style=Style()):
    await asyncio.sleep(0)
    return f"{style.first()} {user_id}"


class Pace:
    """Counts how often it was asked."""

    def __init__(self):
        self.numbers = itertools.count()
        self.steps = []

    def step(self):
        self.steps.append(next(self.numbers))
        return bool(self.steps)


async def object_that_holds_nobodys_data_ok(user_id, pace=Pace()):
    await asyncio.sleep(0)
    return f"{pace.step()} {user_id}"
