"""Channels: a consumer belongs to one connection, `connect` is called for each, and plain consumers run in turn."""
import asyncio

from courier import Bag

from channels.generic.websocket import AsyncWebsocketConsumer, WebsocketConsumer

bag = Bag()
names = []
total = 0
visits = 0


class Chat(AsyncWebsocketConsumer):
    async def connect(self):
        self.said = []

    async def receive(self, text_data):
        self.said.append(text_data)
        await asyncio.sleep(0)
        return self.said


async def kept_on_the_consumer_ok(user, message):
    consumer = Chat()
    await consumer.connect()
    return await consumer.receive(message)


class Group(AsyncWebsocketConsumer):
    async def chat_message(self, event):
        global total
        before = total
        await asyncio.sleep(0)
        total = before + 1  # error: 8, SIS003, "total"


async def message_to_a_group_bad(user):
    await Group().chat_message(user)


class Turn(WebsocketConsumer):
    def receive(self, text_data):
        names.append(text_data)  # error: 8, SIS001, "names"
        return list(names)

    def count(self, event):
        global visits
        before = visits
        visits = before + 1


def plain_consumers_leak_bad(user, message):
    return Turn().receive(message)


# not executed: here plain functions run in threads, and plain consumers do so in turn
def plain_consumers_take_turns_ok(user):
    return Turn().count(user)


class Room(WebsocketConsumer):
    members = []

    def connect(self):
        self.members.append(self.user)  # error: 8, SIS002, "Room.members"

    def receive(self, text_data):
        self.user = text_data
        self.connect()
        return list(self.members)


def each_connects_bad(user, message):
    return Room().receive(message)


class Draft(AsyncWebsocketConsumer):
    """Its `__call__` has the form of an application, but channels makes one for each connection."""

    async def __call__(self, scope, receive, send):
        try:
            await super().__call__(scope, receive, send)
        finally:
            self.text = ""

    async def receive(self, text_data):
        self.text = text_data
        await asyncio.sleep(0)
        return self.text


async def cleaned_up_by_the_consumer_ok(user, message):
    return await Draft().receive(message)


class Recorder:
    """The same form without a library that makes one for each connection: a server makes one for all."""

    async def __call__(self, scope, receive, send):
        await self.receive(await receive())

    async def receive(self, text_data):
        self.text = text_data  # error: 8, SIS004, "Recorder.text"
        await asyncio.sleep(0)
        return self.text


recorder = Recorder()


async def one_application_for_all_bad(user, message):
    return await recorder.receive(message)


class Pinned(AsyncWebsocketConsumer):
    async def __call__(self, scope, receive, send):
        await super().__call__(scope, receive, send)

    async def receive(self, text_data):
        self.text = text_data  # error: 8, SIS004, "Pinned.text"
        await asyncio.sleep(0)
        return self.text


pinned = Pinned()


async def one_consumer_made_for_all_bad(user, message):
    return await pinned.receive(message)


class Recogniser(AsyncWebsocketConsumer):
    async def connect(self):
        bag.reset()

    async def receive(self, text_data):
        bag.put(text_data)  # error: 8, SIS001, "bag"
        await asyncio.sleep(0)
        return bag.packed()


async def what_each_connection_resets_is_fed_by_all_bad(user, message):
    consumer = Recogniser()
    await consumer.connect()
    return await consumer.receive(message)


class OwnRecogniser(AsyncWebsocketConsumer):
    async def connect(self):
        self.bag = Bag()

    async def receive(self, text_data):
        self.bag.put(text_data)
        await asyncio.sleep(0)
        return self.bag.packed()


async def each_connection_feeds_its_own_ok(user, message):
    consumer = OwnRecogniser()
    await consumer.connect()
    return await consumer.receive(message)
