"""An object of the project's own class that a shared object keeps for one user: what is read are its attributes."""
import asyncio
from dataclasses import dataclass

from fastapi import FastAPI

app = FastAPI()


@dataclass
class Profile:
    user: str
    language: str

    def greeting(self):
        return f"{self.language}: {self.user}"


class Attribute:
    def __init__(self):
        self.profile = None

    async def ask(self, user):
        self.profile = Profile(user, "en")  # error: 8, SIS004
        await asyncio.sleep(0)
        return self.answer()

    def answer(self):
        return f"answer to {self.profile.user}"


attribute = Attribute()


@app.get("/attribute")
async def an_attribute_is_read_bad(user):
    return await attribute.ask(user)


class Method:
    def __init__(self):
        self.profile = None

    async def ask(self, user):
        self.profile = self.made(user)  # error: 8, SIS004
        await asyncio.sleep(0)
        return self.profile.greeting()

    def made(self, user):
        return Profile(user, "en")


method = Method()


@app.get("/method")
async def a_method_is_called_bad(user):
    return await method.ask(user)


class Threads:
    def __init__(self):
        self.profile = None

    def ask(self, user):
        self.profile = Profile(user, "en")  # error: 8, SIS004
        return self.answer()

    def answer(self):
        return f"answer to {self.profile.user}"


threads = Threads()


@app.get("/threads")
def in_threads_bad(user):
    return threads.ask(user)


class Held:
    def __init__(self):
        self.part = Attribute()

    async def ask(self, user):
        self.part.profile = Profile(user, "en")  # error: 8, SIS004
        await asyncio.sleep(0)
        return f"answer to {self.part.profile.user}"


held = Held()


@app.get("/held")
async def of_a_part_bad(user):
    return await held.ask(user)


class Memo:
    def __init__(self):
        self.profile = None

    async def ask(self, user):
        if self.profile is None:
            self.profile = Profile("bot", "en")
        await asyncio.sleep(0)
        return f"{self.profile.user} answers {user}"


memo = Memo()


@app.get("/memo")
async def made_once_ok(user):
    return await memo.ask(user)


class Local:
    def __init__(self):
        self.profile = None

    async def ask(self, user):
        profile = Profile(user, "en")
        await asyncio.sleep(0)
        return f"answer to {profile.user}"


local = Local()


@app.get("/local")
async def in_a_local_variable_ok(user):
    return await local.ask(user)


class Transient:
    def __init__(self):
        self.profile = None

    async def ask(self, user):
        await asyncio.sleep(0)
        self.profile = Profile(user, "en")
        return f"answer to {self.profile.user}"


transient = Transient()


@app.get("/transient")
async def read_before_others_run_ok(user):
    return await transient.ask(user)


class Locked:
    def __init__(self):
        self.profile = None
        self.lock = asyncio.Lock()

    async def ask(self, user):
        async with self.lock:
            self.profile = Profile(user, "en")
            await asyncio.sleep(0)
            return f"answer to {self.profile.user}"


locked = Locked()


@app.get("/locked")
async def under_a_lock_ok(user):
    return await locked.ask(user)


class Keyed:
    def __init__(self):
        self.profiles = {}

    async def ask(self, user):
        self.profiles[user] = Profile(user, "en")
        await asyncio.sleep(0)
        return f"answer to {self.profiles[user].user}"


keyed = Keyed()


@app.get("/keyed")
async def one_for_each_user_ok(user):
    return await keyed.ask(user)


@app.get("/own")
async def of_one_request_ok(user):
    return await Attribute().ask(user)


class Connection:
    def __init__(self, host):
        self.host = host
        self.sent = 0

    async def send(self, text):
        self.sent += 1
        await asyncio.sleep(0)
        return text


class Connecting:
    def __init__(self, host):
        self.host = host
        self.connection = Connection(host)

    async def ask(self, text):
        if self.connection.sent > 100:
            self.connection = Connection(self.host)
        return await self.connection.send(text)


connecting = Connecting("example.org")


@app.get("/connecting")
async def a_connection_made_anew_ok(text):
    return await connecting.ask(text)


class Settings:
    def __init__(self, model):
        self.model = model


class Configured:
    def __init__(self):
        self.settings = Settings("first")

    async def ask(self, text):
        await asyncio.sleep(0)
        return f"{self.settings.model} answers {text}"


configured = Configured()


@app.get("/configured")
async def settings_of_the_program_ok(text):
    return await configured.ask(text)


class Ticket:
    def __init__(self, guest):
        self.guest = guest


class Window:
    def __init__(self):
        self.last = None

    async def sell(self, guest):
        ticket = Ticket(guest)
        self.last = ticket
        await asyncio.sleep(0)
        return ticket.guest

    async def sell_another(self, guest):
        ticket = self.last = Ticket(guest)
        await asyncio.sleep(0)
        return ticket.guest

    async def sell_what_is_there(self, guest):
        self.last = Ticket(guest)
        ticket = self.last
        await asyncio.sleep(0)
        return ticket.guest

    def is_open(self):
        return self.last is not None


window = Window()


async def variable_still_holds_its_own_object_ok(user_id, message):
    return await window.sell(user_id), window.is_open()


async def variable_bound_together_ok(user_id, message):
    return await window.sell_another(user_id), window.is_open()


async def variable_bound_before_others_ran_ok(user_id, message):
    return await window.sell_what_is_there(user_id), window.is_open()


class Counter:
    def __init__(self):
        self.last = None

    async def sell(self, guest):
        self.last = Ticket(guest)  # error: 8, SIS004, "Counter.last"
        await asyncio.sleep(0)
        ticket = self.last
        return ticket.guest


counter = Counter()


async def variable_bound_after_others_ran_bad(user_id, message):
    return await counter.sell(user_id)
