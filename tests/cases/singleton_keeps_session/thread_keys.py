"""The running thread as a key is one key for all tasks of a loop; the session's own key separates."""
import asyncio
import threading


class Names:
    def __init__(self):
        self.by_user = {}

    def enter(self, user_id, name):
        self.by_user[user_id] = name

    def name(self, user_id):
        return self.by_user[user_id]


names = Names()


async def session_as_key_through_helpers_ok(user_id, message):
    names.enter(user_id, message)
    await asyncio.sleep(0)
    return names.name(user_id)[:1]


class Askers:
    def __init__(self):
        self.by_thread = {}

    def enter(self, name):
        self.by_thread[threading.current_thread().name] = name  # error: 8, SIS004, "'enter' stores into 'Askers.by_thread'"

    def name(self):
        return self.by_thread[threading.current_thread().name]


askers = Askers()


async def running_thread_as_key_through_helpers_bad(user_id):
    askers.enter(user_id)
    await asyncio.sleep(0)
    return askers.name()
