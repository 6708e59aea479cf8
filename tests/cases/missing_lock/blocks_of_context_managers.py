"""A context manager of the project puts back what it found: stale only if another task may run within its block."""
import asyncio
import contextlib

units = {}


@contextlib.contextmanager
def measured_in(more):
    before = dict(units)
    units.update(more)
    try:
        yield
    finally:
        units.clear()
        units.update(before)


def size_of(user_id, text):
    with measured_in({"length": user_id}):
        return f"{len(text)} {units['length']}"


async def plain_function_has_the_block_ok(user_id, message):
    size = size_of(user_id, message)
    await asyncio.sleep(0)
    return size


async def block_without_an_await_ok(user_id, message):
    await asyncio.sleep(0)
    with measured_in({"length": user_id}):
        size = f"{len(message)} {units['length']}"
    await asyncio.sleep(0)
    return size


async def two_items_of_one_statement_ok(user_id, message):
    with measured_in({"length": user_id}), contextlib.suppress(KeyError):
        size = f"{len(message)} {units['length']}"
    await asyncio.sleep(0)
    return size


colours = {}


@contextlib.contextmanager
def painted(more):
    before = dict(colours)
    colours.update(more)
    try:
        yield
    finally:
        colours.clear()
        colours.update(before)  # error: 8, SIS003, "colours"


async def block_awaits_bad(user_id, message):
    found = len(colours)
    with painted({"ink": "red"}):
        await asyncio.sleep(0)
        return message + str(found)


fonts = {}


@contextlib.contextmanager
def printed(more):
    before = dict(fonts)
    fonts.update(more)
    try:
        yield
    finally:
        fonts.clear()
        fonts.update(before)  # error: 8, SIS003, "fonts"


@contextlib.contextmanager
def printed_large():
    with printed({"size": "large"}):
        yield


async def block_of_an_outer_manager_awaits_bad(user_id, message):
    found = len(fonts)
    with printed_large():
        await asyncio.sleep(0)
        return message + str(found)


papers = {}


@contextlib.contextmanager
def laid_out(more):
    before = dict(papers)
    papers.update(more)
    try:
        yield
    finally:
        papers.clear()
        papers.update(before)  # error: 8, SIS003, "papers"


def sheet_for(text):
    found = len(papers)
    with laid_out({"sheet": "wide"}):
        return text + str(found)


async def block_runs_in_a_thread_bad(user_id, message):
    return await asyncio.to_thread(sheet_for, message)


inks = {}


@contextlib.contextmanager
def filled(more):
    before = dict(inks)
    inks.update(more)
    try:
        yield
    finally:
        inks.clear()
        inks.update(before)  # error: 8, SIS003, "inks"


async def entered_by_a_stack_bad(user_id, message):
    found = len(inks)
    with contextlib.ExitStack() as stack:
        stack.enter_context(filled({"ink": "red"}))
        await asyncio.sleep(0)
        return message + str(found)


pens = {}


@contextlib.contextmanager
def sharpened(more):
    before = dict(pens)
    pens.update(more)
    try:
        yield
    finally:
        pens.clear()
        pens.update(before)  # error: 8, SIS003, "pens"


@contextlib.asynccontextmanager
async def open_page(user_id):
    await asyncio.sleep(0)
    yield user_id


async def block_enters_an_asynchronous_one_bad(user_id, message):
    found = len(pens)
    with sharpened({"pen": "fine"}):
        async with open_page(user_id) as page:
            return page + message + str(found)


class Ledger:
    def __init__(self):
        self.total = 0

    @contextlib.contextmanager
    def change(self):
        draft = {"total": self.total}
        yield draft
        self.total = draft["total"]  # error: 8, SIS003, "Ledger.total"


ledger = Ledger()


async def block_brings_what_was_read_before_bad(user_id, message):
    total = ledger.total
    await asyncio.sleep(0)
    with ledger.change() as draft:
        draft["total"] = total + 1
    return total


class Counter:
    def __init__(self):
        self.total = 0

    @contextlib.contextmanager
    def change(self, count):
        before = self.total
        yield
        self.total = count(before)  # error: 8, SIS003, "Counter.total"


counter = Counter()


async def function_brings_what_was_read_before_bad(user_id, message):
    total = counter.total
    await asyncio.sleep(0)
    with counter.change(lambda _: total + 1):
        message += "!"
    return message


places = 10


@contextlib.contextmanager
def free_places():
    yield places


async def number_read_in_a_block_before_bad(user_id, message):
    global places
    with free_places() as free:
        left = free - 1
    await asyncio.sleep(0)
    places = left  # error: 4, SIS003, "places"
    return left
