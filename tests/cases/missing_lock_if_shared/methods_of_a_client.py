"""Classes of a library whose users are not in sight; here one object of each serves all, as in many a server."""
import asyncio


def one_for_all(cls):
    """What somebody may do in another file."""
    return eval("cls")()


class Refreshed:
    def __init__(self):
        self.token = "token"

    async def renew(self):
        self.token = await renewed(self.token)  # error: 8, SIS103, "if shared: 'Refreshed.token' is read"
        return len(self.token)


async def renewed(token):
    await asyncio.sleep(0)
    return f"{token}+"


refreshed = one_for_all(Refreshed)


async def token_refreshed_bad(user):
    before = len(refreshed.token)
    await refreshed.renew()
    return len(refreshed.token) - before


class Window:
    def __init__(self):
        self.sent = 0

    async def send(self, message):
        number = self.sent
        await asyncio.sleep(0)
        self.sent = number + 1  # error: 8, SIS103, "'Window.sent' is read, then written after an await"
        return message


window = one_for_all(Window)


async def counter_bad(user, message):
    await window.send(message)
    return window.sent


class Limited:
    def __init__(self):
        self.places = []

    async def enter(self, name):
        if len(self.places) < 1:
            await asyncio.sleep(0)
            self.places.append(name)  # error: 12, SIS103, "is counted, then added to"
        return len(self.places)


limited = one_for_all(Limited)


async def limit_bad(user):
    return await limited.enter(user)


class Aged:
    """A token is good for some time; whoever renews it makes the one before void."""

    def __init__(self):
        self.expires_at = self.renewals = 0
        self.token = None
        self.clock = 10

    async def valid_token(self):
        if self.expires_at <= self.clock:
            await self.renew()  # error: 18, SIS103, "'Aged.expires_at' is tested, then set after an await"
        return self.renewals

    async def renew(self):
        await asyncio.sleep(0)
        self.renewals += 1
        self.token = f"token {self.renewals}"
        self.expires_at = self.renewals + self.clock


aged = one_for_all(Aged)


async def age_of_a_token_bad(user):
    return await aged.valid_token()


class Page:
    """What is fetched again when it is old is a cache: a second fetch gives the same."""

    def __init__(self):
        self.read_at = 0
        self.clock = 10

    async def read(self):
        if self.read_at < self.clock:
            await asyncio.sleep(0)
            self.read_at = self.clock
        return "page"


page = one_for_all(Page)


async def age_of_a_cache_ok(user):
    return await page.read()


class Signed:
    """A token that is both set by its user and renewed is meant to be shared."""

    def __init__(self):
        self.token = ""

    async def sign_in(self, name):
        self.token = await renewed(name)
        return self.token

    async def renew(self):
        self.token = await renewed(self.token)  # error: 8, SIS103, "'Signed.token' is read, then written"
        return len(self.token)


signed = one_for_all(Signed)


async def set_and_renewed_bad(user):
    before = len(signed.token)
    await signed.renew()
    return len(signed.token) - before


class Listening:
    def __init__(self):
        self.callback = str

    async def listen(self, callback):
        self.callback = callback
        await asyncio.sleep(0)

    async def listen_again(self):
        callback = self.callback
        await asyncio.sleep(0)
        await self.listen(callback)


listening = one_for_all(Listening)


async def setting_handed_on_again_ok(user):
    await listening.listen_again()
    return user


class Locked:
    def __init__(self):
        self.token = "token"
        self.lock = asyncio.Lock()

    async def renew(self):
        async with self.lock:
            self.token = await renewed(self.token)
            return len(self.token)


locked = one_for_all(Locked)


async def lock_over_both_ok(user):
    await locked.renew()
    return user


class Memo:
    def __init__(self):
        self.settings = None

    async def configured(self):
        if self.settings is None:
            self.settings = await loaded()
        return self.settings


async def loaded():
    await asyncio.sleep(0)
    return "settings"


memo = one_for_all(Memo)


async def made_twice_at_worst_ok(user):
    return await memo.configured()


class Buffer:
    async def collect(self, message):
        found = []
        found.append(message)
        await asyncio.sleep(0)
        found.append(message)
        return found


buffer = one_for_all(Buffer)


async def list_of_the_call_ok(user, message):
    return await buffer.collect(message)


class Visit:
    """Made for a call, as is to be seen below."""

    def __init__(self):
        self.steps = 0

    async def go(self):
        steps = self.steps
        await asyncio.sleep(0)
        self.steps = steps + 1
        return self.steps


async def made_for_the_call_ok(user):
    visit = Visit()
    return await visit.go()


class Again:
    def __init__(self):
        self.count = 0

    async def add(self):
        await asyncio.sleep(0)
        self.count = self.count + 1
        return self.count


again = one_for_all(Again)


async def read_after_the_pause_ok(user):
    await again.add()
    return user
