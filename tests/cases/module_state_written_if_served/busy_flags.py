"""A decorator's flag by which calls skip work while one is at it: among threads one skips what nobody did for it."""
import asyncio
import functools
import threading


async def rest():
    await asyncio.sleep(0)


def weighed(function):
    busy = False

    @functools.wraps(function)
    def around(user, *given):
        nonlocal busy
        if busy:
            return function(user, *given)
        busy = True  # error: 8, SIS101, "busy"
        try:
            weigh(user)
            return function(user, *given)
        finally:
            busy = False

    return around


scale = []


def weigh(user):
    scale.append(user)
    scale.remove(user)


# not executed: what it skips shows in threads alone
def skipped_while_another_is_at_it_bad(function):
    return weighed(function)


gate = threading.Lock()


async def weighed_for_each_call_ok(user_id):
    with gate:
        weighed_by = [user_id]
    await rest()
    return weighed_by
