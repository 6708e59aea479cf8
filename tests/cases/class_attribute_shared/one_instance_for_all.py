"""A class that gives one instance to everybody has one list for everybody; what a session says does not belong there."""
import asyncio


async def rest():
    await asyncio.sleep(0)


class Control:
    _events = []
    _made = None

    def __new__(cls):
        if cls._made is None:
            cls._made = super().__new__(cls)
        return cls._made

    def record(self, event):
        self._events.append(event)

    def started(self):
        return "start" in self._events


async def event_of_the_one_instance_ok(user_id):
    Control().record("start")
    await rest()
    return f"{user_id} {Control().started()}"


class Monitor:
    _events = []

    def record(self, event):
        self._events.append(event)  # error: 8, SIS002, "_events"

    def shown(self):
        return list(self._events)


async def event_of_an_instance_bad(user_id):
    monitor = Monitor()
    monitor.record(user_id)
    await rest()
    return monitor.shown()


class Diary:
    _entries = []
    _made = None

    def __new__(cls):
        if cls._made is None:
            cls._made = super().__new__(cls)
        return cls._made

    def write(self, entry):
        self._entries.append(entry)  # error: 8, SIS002, "_entries"

    def shown(self):
        return list(self._entries)


async def message_for_the_one_instance_bad(message):
    Diary().write(message)
    await rest()
    return Diary().shown()
