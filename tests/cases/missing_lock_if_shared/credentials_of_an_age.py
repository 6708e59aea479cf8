"""Credentials that are renewed because they have expired: the second renewal makes the first one void."""
import asyncio


def made(cls, *given):
    """What somebody may do in another file."""
    return eval("cls")(*given)


class Grant:
    def __init__(self, text):
        self.text = text
        self.expired = False


class Bank:
    def __init__(self):
        self.renewed = 0

    async def grant(self, scope):
        self.renewed += 1
        number = self.renewed
        await asyncio.sleep(0)
        return Grant(f"{scope} {number} of {self.renewed}")


class Ledger:
    def __init__(self, client, scope):
        self.client = client
        self.scope = scope
        self.credentials = None

    async def entries(self, user):
        if self.credentials is None or self.credentials.expired:
            self.credentials = await self.client.grant(self.scope)  # error: 12, SIS103
        return self.credentials.text


async def renewed_by_both_bad(user, ledger=made(Ledger, Bank(), "read")):
    return await ledger.entries(user)


class LockedLedger:
    def __init__(self, client, scope):
        self.client = client
        self.scope = scope
        self.lock = asyncio.Lock()
        self.credentials = None

    async def entries(self, user):
        async with self.lock:
            if self.credentials is None or self.credentials.expired:
                self.credentials = await self.client.grant(self.scope)
        return self.credentials.text


async def renewed_under_a_lock_ok(user, ledger=made(LockedLedger, Bank(), "read")):
    return await ledger.entries(user)


class Shelf:
    def __init__(self, client):
        self.client = client
        self.page = None

    async def read(self, user):
        if self.page is None or self.page.expired:
            self.page = await self.client.page()
        return self.page.text


class Books:
    async def page(self):
        await asyncio.sleep(0)
        return Grant("page")


async def page_that_is_fetched_again_ok(user, shelf=made(Shelf, Books())):
    return await shelf.read(user)
