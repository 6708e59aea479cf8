"""`del items[:]` empties a list as `items.clear()` does: what is sent on before is a buffer, an answer is none."""
import asyncio


class Link:
    def put(self, message):
        print(message)

    async def flush(self):
        await asyncio.sleep(0)


class Client:
    def __init__(self):
        self.link = Link()
        self.is_ready = False
        self.waiting = []

    def put(self, message):
        if self.is_ready:
            self.link.put(message)
        else:
            self.waiting.append(message)

    def send(self, message):
        asyncio.get_running_loop().call_soon(self.put, message)

    async def connect(self):
        await self.link.flush()
        self.is_ready = True
        for message in self.waiting:
            self.send(message)
        del self.waiting[:]


client = Client()


async def sent_when_there_is_a_connection_ok(user_id, message):
    client.send(message)
    await client.link.flush()
    return message


async def connected_ok(user_id):
    await client.connect()


class Desk:
    def __init__(self):
        self.words = []

    async def run(self, text):
        del self.words[:]
        for word in text.split():
            await asyncio.sleep(0)
            self.words.append(word)  # error: 12, SIS004, "'Desk.words'"
        return " ".join(self.words)


desk = Desk()


async def emptied_before_each_use_bad(user_id, message):
    return await desk.run(message)
