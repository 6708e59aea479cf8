"""A default that is kept under a key new at each call, and given back, is the record of every session at once."""
import asyncio
import uuid


class Sessions:
    def __init__(self):
        self._all = {}

    def create(self, data={}):  # error: 26, SIS006, "'create' returns or stores 'Sessions.create.data'"
        key = uuid.uuid4().hex
        self._all[key] = (key, data)
        return key, data


sessions = Sessions()


async def record_of_all_sessions_bad(user_id, message):
    key, data = sessions.create()
    before = ", ".join(data)
    data[message] = user_id
    await asyncio.sleep(0)
    return f"before: {before}"


class OwnSessions:
    def __init__(self):
        self._all = {}

    def create(self, data=None):
        key = uuid.uuid4().hex
        data = {} if data is None else data
        self._all[key] = (key, data)
        return key, data


own_sessions = OwnSessions()


async def record_of_one_session_ok(user_id, message):
    key, data = own_sessions.create()
    before = ", ".join(data)
    data[message] = user_id
    await asyncio.sleep(0)
    return f"before: {before}"


class Jobs:
    def __init__(self):
        self._waiting = {}

    def submit(self, text, options={}):
        key = uuid.uuid4().hex
        self._waiting[key] = (text, options)
        return key

    def run(self, key):
        text, options = self._waiting.pop(key)
        return f"{text} with {len(options)} options"


jobs = Jobs()


async def options_that_are_only_read_ok(user_id, message):
    key = jobs.submit(message)
    await asyncio.sleep(0)
    return jobs.run(key)
