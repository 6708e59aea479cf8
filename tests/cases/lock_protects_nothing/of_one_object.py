"""The lock of an object keeps out those who have the same object; one that each call makes keeps out nobody."""
import asyncio


async def price(item):
    await asyncio.sleep(0)
    return len(item)


class Till:
    def __init__(self):
        self._lock = asyncio.Lock()

    async def count(self, item):
        global counted
        async with self._lock:  # error: 19, SIS008, "'self._lock' is created on every call"
            counted += await price(item)


counted = 0


async def object_made_by_each_call_bad(user_id, item):
    await Till().count(item)
    return item


class OneTill:
    def __init__(self):
        self._lock = asyncio.Lock()

    async def count(self, item):
        global counted_once
        async with self._lock:
            counted_once += await price(item)


counted_once = 0
till = OneTill()


async def one_object_for_all_ok(user_id, item):
    await till.count(item)
    return item


class LentTill:
    def __init__(self, lock):
        self._lock = lock

    async def count(self, item):
        global counted_by_lent
        async with self._lock:
            counted_by_lent += await price(item)


counted_by_lent = 0
lent = asyncio.Lock()


async def object_that_is_given_its_lock_ok(user_id, item):
    await LentTill(lent).count(item)
    return item


class TillThatMayBeLentALock:
    def __init__(self, lock=None):
        self._lock = lock or asyncio.Lock()

    async def count(self, item):
        global counted_by_lent_or_own
        async with self._lock:
            counted_by_lent_or_own += await price(item)


counted_by_lent_or_own = 0


async def object_that_may_be_given_its_lock_ok(user_id, item):
    await TillThatMayBeLentALock(lent).count(item)
    return item


class SameTill:
    made = None

    def __new__(cls):
        if cls.made is None:
            cls.made = super().__new__(cls)
            cls.made._lock = asyncio.Lock()
        return cls.made

    async def count(self, item):
        global counted_by_same
        async with self._lock:
            counted_by_same += await price(item)


counted_by_same = 0


async def class_that_gives_one_object_ok(user_id, item):
    await SameTill().count(item)
    return item


class ClassTill:
    _lock = asyncio.Lock()

    async def count(self, item):
        global counted_by_class
        async with self._lock:
            counted_by_class += await price(item)


counted_by_class = 0


async def lock_of_the_class_ok(user_id, item):
    await ClassTill().count(item)
    return item


waiting = [0, 0]


class Turn:
    def __init__(self, level):
        self.level = level

    async def __aenter__(self):
        waiting[self.level] += 1

    async def __aexit__(self, *error):
        waiting[self.level] -= 1


class Counter:
    def __init__(self):
        self.lock = Turn(1)


counter = Counter()
taken_in_turn = 0


async def lock_that_only_counts_bad(user_id, item):
    global taken_in_turn
    async with counter.lock:  # error: 15, SIS008, "'counter.lock' never blocks"
        taken_in_turn += await price(item)
    return item


class NoLock:
    async def __aenter__(self):
        return self

    async def __aexit__(self, *error):
        pass


def in_words(item):
    return f"{len(item)} letters"


async def stand_in_where_no_lock_is_needed_ok(user_id, item):
    async with NoLock():
        await price(item)
    return in_words(item)
