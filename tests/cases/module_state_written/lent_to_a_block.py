"""A generator that is a context manager gives its block the very object that it yields: a list of the module that the
block makes grow grows for everybody."""
import asyncio
from contextlib import asynccontextmanager, contextmanager


async def rest():
    await asyncio.sleep(0)


minutes = []


@contextmanager
def recording():
    yield minutes


async def yielded_list_bad(guest, text):
    with recording() as lines:
        lines.append(text)  # error: 8, SIS001, "'minutes'"
    await rest()
    return [guest, *minutes]


protocol = []


@asynccontextmanager
async def recording_after_a_rest():
    await rest()
    try:
        yield protocol
    finally:
        await rest()


async def yielded_by_an_asynchronous_one_bad(guest, text):
    async with recording_after_a_rest() as lines:
        lines.append(text)  # error: 8, SIS001, "'protocol'"
        await rest()
        return [guest, *protocol]


chosen = {"talk": []}


@contextmanager
def talk(kept):
    yield kept["talk"]


async def part_of_what_it_was_given_bad(guest, text):
    with talk(chosen) as lines:
        lines.append(text)  # error: 8, SIS001, "chosen"
        await rest()
        return [guest, *lines]


@contextmanager
def fresh():
    yield []


async def a_new_one_for_each_block_ok(guest, text):
    with fresh() as lines:
        lines.append(text)
        await rest()
        return [guest, *lines]


greetings = ["Welcome."]


@contextmanager
def copied():
    yield list(greetings)


async def a_copy_for_each_block_ok(guest, text):
    with copied() as lines:
        lines.append(text)
        await rest()
        return [guest, *lines]


talks = {}


@contextmanager
def talk_of(session_id):
    yield talks.setdefault(session_id, [])


async def one_for_each_session_ok(session_id, text):
    with talk_of(session_id) as lines:
        lines.append(text)
        return [session_id, text in lines]


PRICES = {"tea": 2}


@contextmanager
def prices():
    yield PRICES


async def only_read_in_the_block_ok(guest, name):
    with prices() as known:
        await rest()
        return [guest, known.get(name, 1)]


drafts = []


@contextmanager
def drafted():
    kept = drafts[:]
    try:
        yield kept
    finally:
        kept.clear()


async def a_slice_for_each_block_ok(guest, text):
    with drafted() as lines:
        lines.append(text)
        await rest()
        return [guest, *lines]
