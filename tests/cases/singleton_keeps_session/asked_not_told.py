"""Who only asks what another session left there, to decide what this one gets, has read it as well."""
import asyncio
import types


class Board:
    def __init__(self):
        self.reader = None

    async def show(self, user_id):
        self.reader = types.SimpleNamespace(is_author=user_id == "alice")
        await asyncio.sleep(0)
        if self.reader.is_author:
            return "all"
        return "the first lines"


board = Board()


# missed: a value that is only tested counts as not read, even an attribute of a session's object
async def missed_decided_by_who_came_last_bad(user_id):
    return await board.show(user_id)


class Desk:
    def __init__(self):
        self.reader = None

    async def show(self, user_id):
        self.reader = user_id
        await asyncio.sleep(0)
        if self.reader is None:
            return "nobody"
        return "somebody"


desk = Desk()


async def asked_whether_anybody_is_there_ok(user_id):
    return await desk.show(user_id)


class Gate:
    def __init__(self):
        self.visitor = None

    async def show(self, visitor):
        self.visitor = visitor  # error: 8, SIS004, "'Gate.visitor'"
        await asyncio.sleep(0)
        if self.visitor.is_author:
            return "all"
        return "the first lines"


gate = Gate()


# not executed: a text is no visitor
async def decided_by_an_attribute_of_who_came_last_bad(visitor):
    return await gate.show(visitor)


class Feed:
    """Runs beside its users, and says whether it does."""

    def __init__(self):
        self.is_open = False

    async def follow(self):
        self.is_open = True
        await asyncio.sleep(0)
        self.is_open = False

    async def ask(self, question):
        await asyncio.sleep(0)
        return question if self.is_open or not self.is_open else None


feed = Feed()


async def flag_of_a_part_of_the_program_ok(user_id, question):
    return await feed.ask(question)
