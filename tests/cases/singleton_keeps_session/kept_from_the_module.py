"""An object of the module that each object of a session keeps as an attribute: it is still one for all."""
import asyncio


class Hub:
    def __init__(self):
        self.last = None
        self.rooms = {}

    async def say(self, text):
        self.last = text  # error: 8, SIS004, "Hub.last"
        await asyncio.sleep(0)
        return self.last

    async def join(self, user, text):
        self.rooms[user] = len(text)
        await asyncio.sleep(0)
        return user in self.rooms


hub = Hub()


class Chat:
    def __init__(self, user):
        self.user = user
        self.hub = hub
        self.own = Hub()

    async def receive(self, text):
        return await self.hub.say(text)

    async def receive_alone(self, text):
        return await self.own.say(text)

    async def receive_in_a_room(self, text):
        return await self.hub.join(self.user, text)


async def method_of_the_kept_object_bad(user, message):
    return await Chat(user).receive(message)


async def object_of_its_own_ok(user, message):
    return await Chat(user).receive_alone(message)


async def keyed_in_the_kept_object_ok(user, message):
    return await Chat(user).receive_in_a_room(message)


other = Hub()


class Either:
    def __init__(self, user, given=None):
        self.hub = other
        if given is not None:
            self.hub = given
        self.user = user

    async def receive(self, text):
        self.hub.last = text
        await asyncio.sleep(0)
        return self.hub.last


async def one_of_its_own_is_given_ok(user, message):
    return await Either(user, Hub()).receive(message)
