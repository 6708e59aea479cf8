"""An object that lets one connection in at a time keeps that one; what its user said is for nobody else."""
import asyncio


class Device:
    def __init__(self):
        self._reader = None
        self._writer = None

    async def start(self):
        return await asyncio.start_server(self.connected, "localhost", 8000)

    async def connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter):
        if self._reader is not None:
            writer.close()
            return
        self._reader = reader
        self._writer = writer
        try:
            await reader.read()
        finally:
            self._reader = None
            self._writer = None

    async def tell(self, command):
        if self._writer is not None:
            self._writer.write(command)


device = Device()


# not executed: it needs a connection
async def connection_of_the_one_who_is_let_in_ok(command):
    await device.tell(command)
    return command


class Phone:
    def __init__(self):
        self._writer = None

    async def start(self):
        return await asyncio.start_server(self.connected, "localhost", 8000)

    async def connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter):
        self._writer = writer  # error: 8, SIS004, "_writer"
        await reader.read()

    async def tell(self, command):
        self._writer.write(command)


phone = Phone()


# not executed: it needs a connection
async def connection_that_replaces_the_former_one_bad(command):
    await phone.tell(command)
    return command


class Counter:
    def __init__(self):
        self._is_open = False
        self._name = None

    async def start(self):
        return await asyncio.start_server(self.connected, "localhost", 8000)

    async def connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter):
        if self._is_open:
            writer.close()
            return
        self._is_open = True
        self._name = await reader.read()  # error: 8, SIS004, "_name"
        await reader.read()
        self._is_open = False

    async def shown(self):
        return self._name


counter = Counter()


# not executed: it needs a connection
async def name_of_the_one_who_is_let_in_bad(user_id):
    return user_id, await counter.shown()
