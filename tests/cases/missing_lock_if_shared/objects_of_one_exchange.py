"""Objects that are made of one connection's stream, or end with the program, are shared by nobody."""
import asyncio


def made(cls, *given):
    """What somebody may do in another file."""
    return eval("cls")(*given)


class Part:
    def __init__(self, stream):
        self.stream = stream
        self.left = 8

    async def read(self):
        self.left -= await self.stream.read()
        return self.left


class Stream:
    async def read(self):
        await asyncio.sleep(0)
        return 2


async def reader_of_one_stream_ok(user):
    part = made(Part, Stream())
    return await part.read()


class Account:
    def __init__(self, bank):
        self.bank = bank
        self.left = 8

    async def take(self):
        before = self.left
        taken = await self.bank.read()
        self.left = before - taken  # error: 8, SIS103, "'Account.left' is read, then written after an await"
        return self.left


account = made(Account, Stream())


async def account_of_all_bad(user):
    return await account.take()


class Store:
    def __init__(self):
        self.users = {}

    async def put(self, user):
        self.users[user] = user

    async def on_shutdown(self):
        for _ in self.users.values():
            await asyncio.sleep(0)


store = made(Store)


async def store_emptied_at_the_end_ok(user):
    await store.put(user)
    await asyncio.sleep(0)
    return user


class Sorted:
    def __init__(self):
        self.users = {}

    async def put(self, user):
        self.users[user] = user

    async def tell(self):
        for _ in self.users.values():  # error: 8, SIS103, "'Sorted.users' may be resized while a loop over it awaits"
            await asyncio.sleep(0)


told = made(Sorted)


async def users_told_while_others_come_bad(user):
    await told.put(user)
    await told.tell()
    return user


class Library:
    """Asks with a permission for some of what there is: its scope is no connection of a server."""

    def __init__(self, bank, scope=None):
        self.bank = bank
        self.scope = scope
        self.loans = 8

    async def lend(self):
        before = self.loans
        lent = await self.bank.read()
        self.loans = before - lent  # error: 8, SIS103, "'Library.loans' is read, then written after an await"
        return self.loans


library = made(Library, Stream(), "loans:write")


async def scope_of_a_permission_bad(user):
    return await library.lend()


class Line:
    def __init__(self, scope, receive, send):
        self.scope = scope
        self.receive = receive
        self.send = send
        self.left = 8

    async def read(self):
        before = self.left
        read = await self.receive()
        self.left = before - read
        return self.left


async def scope_of_a_connection_ok(user):
    stream = Stream()
    return await made(Line, {}, stream.read, stream.read).read()
