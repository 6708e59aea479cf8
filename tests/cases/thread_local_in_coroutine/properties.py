"""A property sets a thread-local: what the coroutines in sight store by it is judged, or what other callers may."""
import asyncio
import threading


class Client:
    def __init__(self, limit):
        self.limit = limit
        self.closed = False

    async def get(self, path):
        await asyncio.sleep(0)
        return path


class Clients:
    def __init__(self):
        self._local = threading.local()

    @property
    def client(self):
        return getattr(self._local, "client", None)

    @client.setter
    def client(self, value):
        self._local.client = value

    async def create(self):
        self.client = Client(5)
        return self.client

    async def get(self):
        if self.client is None:
            self.client = await self.create()
            return self.client
        if self.client.closed:
            self.client = await self.create()
        return self.client


clients = Clients()


async def one_client_for_each_thread_ok(path):
    client = await clients.get()
    return await client.get(path)


class Users:
    def __init__(self):
        self._local = threading.local()

    @property
    def user(self):
        return getattr(self._local, "user", None)

    @user.setter
    def user(self, value):
        self._local.user = value  # error: 8, SIS007, "user"


users = Users()


async def user_of_the_last_call_bad(user):
    users.user = user
    await asyncio.sleep(0)
    return users.user
