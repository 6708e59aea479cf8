"""An object of the module that looks its attributes up in a context variable has those of the task at hand; one that
keeps them itself has those of all."""
import asyncio
from contextvars import ContextVar

_state = ContextVar("state", default=None)


class State:
    def __init__(self):
        self.items = []


class Current:
    def __getattr__(self, name):
        return getattr(_state.get(), name)

    def begin(self):
        _state.set(State())


current = Current()


# false alarm: the lookup goes to a variable of the module, where only one that the object holds is followed
async def false_alarm_attributes_of_the_context_ok(user_id, message):
    current.begin()
    current.items.append(message)  # error: 4, SIS004, "Current.items"
    await asyncio.sleep(0)
    return list(current.items)


class Kept:
    def __init__(self):
        self.items = []


kept = Kept()


async def attributes_of_the_object_bad(user_id, message):
    kept.items.append(message)  # error: 4, SIS004, "Kept.items"
    await asyncio.sleep(0)
    return list(kept.items)


async def object_of_each_call_ok(user_id, message):
    own = Kept()
    own.items.append(message)
    await asyncio.sleep(0)
    return list(own.items)
