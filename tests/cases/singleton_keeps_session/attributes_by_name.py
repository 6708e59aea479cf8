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
