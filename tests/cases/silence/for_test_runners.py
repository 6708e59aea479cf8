"""Code that only a test runner calls: test functions, test cases and what they call, one after the other."""
import asyncio
import unittest

calls = []
state = {"user": None}
answers = {}


async def record(message):
    await asyncio.sleep(0)
    return message


async def fake_send(user, message):
    calls.append(message)
    state["user"] = user
    await record(message)
    return state["user"]


# not executed: a test runner calls it, once
async def test_calls_are_recorded_ok():
    await fake_send("user", "hello")
    calls.append("end")
    assert calls == ["hello", "end"]


# not executed: a test runner calls it, once
def test_answer_is_kept_ok():
    answers["last"] = asyncio.run(fake_send("user", "hello"))
    assert answers["last"] == "user"


class Store:
    def __init__(self, add, all_of_them):
        self.add = add
        self.all_of_them = all_of_them


# not executed: a test runner calls it, once
async def test_stand_in_is_called_ok():
    stored = []

    async def add(message):
        stored.append(message)

    async def all_of_them():
        return list(stored)

    store = Store(add, all_of_them)
    await store.add("hello")
    assert await store.all_of_them() == ["hello"]


class SendTest(unittest.IsolatedAsyncioTestCase):
    sent = []

    async def asyncSetUp(self):
        self.sent.append("start")

    async def test_sent(self):
        self.sent.append(await record("hello"))
        calls.append("hello")
        await record("again")
        self.assertEqual(calls[-1], "hello")


class Server:
    def __init__(self):
        self.port = "0"

    async def start(self):
        self.port = await record(self.port or "8000")
        return self.port


class ServerTest(unittest.IsolatedAsyncioTestCase):
    async def make_server(self):
        return Server()


async def started(kind):
    server = kind()
    return await server.start()


async def object_that_only_a_test_makes_once_ok(user):
    return await started(Server)


# not executed: a test runner calls it, once
async def test_with_a_class_of_its_own_ok():
    class Fake:
        calls = []

        async def send(self, message):
            self.calls.append(message)
            state["user"] = message
            await record(message)
            return state["user"]

        def sender(self):
            async def send(message):
                return await self.send(message)

            return send

    assert await Fake().sender()("hello") == "hello"


class TestSending:
    async def fill(self, message):
        calls.append(message)
        await record(message)
        calls.append(message)

    def test_filled(self):
        asyncio.run(self.fill("hello"))
        assert calls[-1] == "hello"
