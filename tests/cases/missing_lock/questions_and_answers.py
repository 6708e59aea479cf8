"""On one connection answers come in the order of the questions: who takes the next one may take another's."""
import asyncio
import uuid


class Echo:
    """Stands for a connection to a server that gives back what it gets."""

    def __init__(self):
        self._coming = []

    async def send(self, text):
        self._coming.insert(0, text)
        await asyncio.sleep(0)

    async def recv(self):
        await asyncio.sleep(0)
        return self._coming.pop(0)


Line = type("Line", (Echo,), {})  # to the tool as closed as a library's class


def connect():
    return Line()


open_line = connect()


async def answer_taken_without_lock_bad(user_id, text):
    await open_line.send(text)
    return await open_line.recv()  # error: 17, SIS003, "'open_line' carries a request, then its reply after an await"


locked_line = connect()
lock = asyncio.Lock()


async def answer_taken_under_lock_ok(user_id, text):
    async with lock:
        await locked_line.send(text)
        return await locked_line.recv()


async def line_of_this_call_ok(user_id, text):
    line = connect()
    await line.send(text)
    return await line.recv()


lines = {}


# benign race: a user who asks twice at once mixes up answers of his own alone
async def line_of_the_user_ok(user_id, text):
    lines.setdefault(user_id, connect())
    await lines[user_id].send(text)
    return await lines[user_id].recv()


matched_line = connect()


# benign race: what comes for another is dropped here, which a real client would hand on
async def answer_matched_by_its_number_ok(user_id, text):
    number = str(uuid.uuid4())
    await matched_line.send([number, text])
    got, answer = await matched_line.recv()
    return answer if got == number else "not mine"


news_line = connect()


async def answer_that_nobody_uses_ok(user_id, text):
    await news_line.send(text)
    await news_line.recv()
    return text


class Store:
    def __init__(self):
        self._line = connect()

    async def ask(self, text):
        await self._line.send(text)
        return await self._line.recv()  # error: 21, SIS003, "Store._line"


store = Store()


async def answer_through_an_object_of_the_module_bad(user_id, text):
    return await store.ask(text)


class Ends(Echo):
    """Stands for the two streams of such a connection."""

    def write(self, text):
        self._coming.insert(0, text)

    async def drain(self):
        await asyncio.sleep(0)

    async def readline(self):
        return await self.recv()


Stream = type("Stream", (Ends,), {})  # to the tool as closed as a library's class


class Upstream:
    def __init__(self):
        self.reader = self.writer = Stream()

    async def ask(self, text):
        self.writer.write(text)
        await self.writer.drain()
        return await self.reader.readline()  # error: 21, SIS003, "'Upstream.reader' carries a request, then its reply"


upstream = Upstream()


async def streams_of_one_connection_bad(user_id, text):
    return await upstream.ask(text)


class LockedUpstream:
    def __init__(self):
        self.lock = asyncio.Lock()
        self.reader = self.writer = Stream()

    async def ask(self, text):
        async with self.lock:
            self.writer.write(text)
            await self.writer.drain()
            return await self.reader.readline()


locked_upstream = LockedUpstream()


async def streams_under_lock_ok(user_id, text):
    return await locked_upstream.ask(text)


async def streams_of_this_call_ok(user_id, text):
    return await Upstream().ask(text)


class Relay:
    """Sends to one peer and reads from another."""

    def __init__(self):
        self.log_writer = Stream()
        self.reader = Stream()

    async def tell(self, text):
        self.log_writer.write(text)
        await self.log_writer.drain()
        self.reader.write("ready")
        return await self.reader.readline()


relay = Relay()


async def streams_of_two_connections_ok(user_id, text):
    return await relay.tell(text)


class Frames(Echo):
    async def send_multipart(self, frames):
        await self.send(frames)

    async def recv_multipart(self):
        return await self.recv()


Socket = type("Socket", (Frames,), {})


def opened():
    return Socket()


socket = opened()


async def frames_of_an_answer_without_lock_bad(user_id, text):
    await socket.send_multipart([text])
    return await socket.recv_multipart()  # error: 17, SIS003, "socket"


locked_socket = opened()


async def frames_of_an_answer_under_lock_ok(user_id, text):
    async with lock:
        await locked_socket.send_multipart([text])
        return await locked_socket.recv_multipart()
