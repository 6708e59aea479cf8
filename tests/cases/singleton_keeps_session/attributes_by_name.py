"""An attribute whose name is a variable is like an entry under a key; one whose name is written there is for all."""
import asyncio


class Settings:
    def __init__(self):
        self.user = None


class Bindings:
    def __init__(self):
        self.last = None


settings = Settings()
bindings = Bindings()


async def under_a_name_of_the_session_ok(user_id, message):
    setattr(bindings, user_id, message)
    said = getattr(bindings, user_id)
    await asyncio.sleep(0)
    return said


async def seen_by_name_ok(user_id):
    await asyncio.sleep(0)
    return getattr(bindings, user_id, None)


async def under_a_written_name_bad(user_id):
    setattr(settings, "user", user_id)  # error: 4, SIS004, "user"
    await asyncio.sleep(0)
    return settings.user


class Lobby:
    def __init__(self):
        self._guest = None
        self._doors = 2

    @property
    def guest(self):
        return self._guest

    @property
    def doors(self):
        return self._doors

    async def receive(self, name):
        self._guest = name  # error: 8, SIS004, "'Lobby._guest'"
        await asyncio.sleep(0)
        return getattr(self, "guest", None)

    async def count(self, name):
        own = Lobby()
        own._guest = name
        await asyncio.sleep(0)
        return getattr(own, "guest", None), getattr(self, "doors", 0)


lobby = Lobby()


async def property_read_by_name_bad(user_id):
    return await lobby.receive(user_id)


async def property_of_an_own_object_ok(user_id):
    return await lobby.count(user_id)
