"""A cache that is emptied when it is full only makes its entries again; whoever must find an entry then does not."""
import asyncio

MOST = 1


class Headers:
    def __init__(self):
        self.cache = {}

    def of(self, name):
        known = self.cache.get(name)
        if known is not None:
            return known
        header = f"name: {name}"
        if len(self.cache) >= MOST:
            self.cache.clear()
        self.cache[name] = header
        return header


headers = Headers()


# benign race: the cache may hold one entry more, or make one again
async def asked_in_one_step_ok(name):
    return await asyncio.to_thread(headers.of, name)


titles = {}


def title(name):
    if len(titles) >= MOST:
        titles.clear()  # error: 8, SIS003, "titles"
    titles[name] = name.title()
    return titles[name]


# not executed: the entry is lost to an error, and only sometimes
async def taken_after_it_was_stored_bad(name):
    return await asyncio.to_thread(title, name)


initials = {}


def initial(name):
    if name in initials:
        return initials[name]
    if len(initials) >= MOST:
        initials.clear()  # error: 8, SIS003, "initials"
    found = initials[name] = name[:1]
    return found


# not executed: the entry is lost to an error, and only sometimes
async def taken_after_it_was_found_bad(name):
    return await asyncio.to_thread(initial, name)


visitors = {}


# not executed: it returns nothing
async def nobody_enters_again_bad(visitor_id, name):
    if len(visitors) >= 2:
        await asyncio.sleep(0)
        visitors.clear()  # error: 8, SIS003, "visitors"
    visitors[visitor_id] = name


async def visitor_is_asked_for_ok(visitor_id):
    return "known" if visitors.get(visitor_id) else "unknown"
