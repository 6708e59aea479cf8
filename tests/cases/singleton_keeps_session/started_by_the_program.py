"""What starts a server, opens things for a lifespan, or takes turns for ever is the program's and no session's."""
import asyncio
from contextlib import asynccontextmanager

import uvicorn


class Front:
    def __init__(self, host="localhost"):
        self._host = host
        self._label = ""

    async def run(self, host):
        self._host = host or self._host
        await self._listen()

    async def _listen(self):
        server = uvicorn.Server(uvicorn.Config(app=self, host=self._host))
        self._task = asyncio.create_task(server.serve())

    async def where(self, name):
        await asyncio.sleep(0)
        return f"{self._host} {name}"

    async def greet(self, name):
        self._label = name  # error: 8, SIS004, "_label"
        await asyncio.sleep(0)
        return f"{self._label} at {self._host}"


FRONT = Front()


async def label_set_beside_the_server_bad(user_id, message):
    return await FRONT.greet(message)


async def host_set_by_whoever_starts_the_server_ok(user_id, message):
    return await FRONT.where(message)


class Accepting:
    def __init__(self):
        self._name = ""

    async def __init__(self, name):
        self._name = name
        await asyncio.sleep(0)
        self._name = self._name.strip()

    async def start(self, name):
        self._name = name
        self._server = await asyncio.start_server(self._answer, "localhost", 0)

    async def _answer(self, reader, writer):
        writer.write(self._name.encode())

    async def name(self):
        await asyncio.sleep(0)
        return self._name


ACCEPTING = Accepting.__new__(Accepting)
ACCEPTING._name = "first"


async def name_set_where_the_server_is_made_ok(user_id, message):
    return await ACCEPTING.name() + message


class Connection:
    def __init__(self, path):
        self._open = path

    async def __aenter__(self):
        self._open = await opened(self._open)
        return self

    async def say(self, message):
        await asyncio.sleep(0)
        return f"{self._open} {message}"


async def opened(path):
    await asyncio.sleep(0)
    return path.upper()


class Shop:
    async def prepare(self, _app):
        self.store = Connection("orders")
        await self.store.__aenter__()

    @asynccontextmanager
    async def lifespan(self, app):
        await self.prepare(app)
        yield


SHOP = Shop()
SHOP.store = Connection("orders")


async def opened_in_a_lifespan_ok(user_id, message):
    return await SHOP.store.say(message)


class Meter:
    def __init__(self):
        self._seen = [0]
        self._asked = [""]

    async def run(self, _server):
        try:
            await self._turns()
        finally:
            self._seen.clear()

    async def _turns(self):
        loop = asyncio.get_running_loop()
        while True:
            await loop.run_in_executor(None, self._turn)
            await self._measure()
            await asyncio.sleep(5)

    def _turn(self):
        return asyncio.run(self._measure())

    async def _measure(self):
        self._seen.append(len(self._seen))
        await asyncio.sleep(0)
        return self._seen[-1] - self._seen[0]

    async def load(self):
        await asyncio.sleep(0)
        return 1.5

    async def ask(self, question):
        self._asked.append(question)  # error: 8, SIS004, "_asked"
        await asyncio.sleep(0)
        return ", ".join(self._asked)


METER = Meter()


async def questions_beside_the_turns_bad(user_id, message):
    return await METER.ask(message)


async def measured_in_turns_without_end_ok(user_id, message):
    return f"{await METER.load()} {message}"


class Poll:
    def __init__(self):
        self._answers = []

    async def wait_for(self, question):
        while True:
            self._answers.append(question)  # error: 12, SIS004, "_answers"
            await asyncio.sleep(0)
            if self._answers:
                return ", ".join(self._answers)


POLL = Poll()


async def loop_that_ends_with_an_answer_bad(user_id, message):
    return await POLL.wait_for(message)


class Bench:
    async def bench_history(self, rounds):
        for _ in range(rounds):
            TIMES.append(await timed(TIMES))


async def timed(before):
    await asyncio.sleep(0)
    return len(before)


TIMES = []


async def list_of_a_benchmark_ok(user_id, message):
    return await timed(message)


class Ledger:
    def __init__(self):
        self._name = ""
        self._book = None

    async def init(self, name):
        self._name = name
        await asyncio.sleep(0)
        self._name = self._name.upper()

    async def __aenter__(self):
        self._book = await opened(self._name)
        return self

    async def name(self):
        await asyncio.sleep(0)
        return f"{self._name} {self._book}"


LEDGER = Ledger()


async def made_ready_by_its_own_methods_ok(user_id, message):
    return await LEDGER.name() + message


class Register:
    clerk = ""

    @classmethod
    async def init(cls, clerk):
        cls.clerk = clerk
        await asyncio.sleep(0)
        cls.clerk = cls.clerk.upper()

    @classmethod
    async def sign(cls, message):
        await asyncio.sleep(0)
        return f"{cls.clerk}: {message}"


async def made_ready_by_the_class_ok(user_id, message):
    return await Register.sign(message)


class Lazy:
    def __init__(self):
        self._owner = ""

    async def initialize(self, owner):
        self._owner = owner  # error: 8, SIS004, "_owner"
        await asyncio.sleep(0)

    async def ask(self, owner):
        await self.initialize(owner)
        return self._owner


LAZY = Lazy()


async def made_ready_for_each_session_bad(user_id, message):
    return await LAZY.ask(user_id)
