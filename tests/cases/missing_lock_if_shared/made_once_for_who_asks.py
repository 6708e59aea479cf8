"""What an object makes where there is none, hands out and ends with itself is one thing for who asks, and no cache."""
import asyncio


def one_for_all(cls, *given):
    """What somebody may do in another file."""
    return eval("cls")(*given)


async def delivered():
    await asyncio.sleep(0)
    return []


class Press:
    def __init__(self, build):
        self.build = build
        self.plate = None

    async def set_up(self):
        if self.plate is None:
            self.plate = self.build(*[await each() for each in (delivered,)])  # error: 12, SIS103, "is tested, then set"
        return self.plate

    async def close(self):
        self.plate = None


press = one_for_all(Press, list)


async def made_by_what_was_given_bad(user):
    plate = await press.set_up()
    plate.append("line")
    return len(plate)


class Kiln:
    def __init__(self, build):
        self._build = build
        self._shelf = None

    async def shelf(self):
        if not self._shelf:
            await self._heat()  # error: 18, SIS103
        return self._shelf

    async def _heat(self):
        shelf = await self._build()
        self._shelf = shelf

    async def __aexit__(self, *error):
        self._shelf = None


kiln = one_for_all(Kiln, delivered)


async def made_by_a_helper_bad(user):
    shelf = await kiln.shelf()
    shelf.append("pot")
    return len(shelf)


class Roll:
    def __init__(self, sheets):
        self.sheets = sheets
        self.cut = 0

    def cut_off(self):
        self.cut += 1
        return self.cut


class Mill:
    def __init__(self):
        self.roll = None

    async def get(self):
        if self.roll is None:
            sheets = await delivered()
            self.roll = Roll(sheets)  # error: 12, SIS103
        return self.roll

    def shut_down(self):
        self.roll = None


mill = one_for_all(Mill)


async def object_of_its_own_class_bad(user):
    return (await mill.get()).cut_off()


class CarefulPress:
    def __init__(self, build):
        self.build = build
        self.plate = None
        self.lock = asyncio.Lock()

    async def set_up(self):
        async with self.lock:
            if self.plate is None:
                self.plate = self.build(*[await each() for each in (delivered,)])
        return self.plate

    async def close(self):
        self.plate = None


careful = one_for_all(CarefulPress, list)


async def made_under_a_lock_ok(user):
    plate = await careful.set_up()
    plate.append("line")
    return len(plate)


class Price:
    """What was given fetches a value, which is the same at each call; it is dropped to be fetched again."""

    def __init__(self, fetch):
        self.fetch = fetch
        self.known = None

    async def get(self):
        if self.known is None:
            self.known = await self.fetch()
        return self.known

    def invalidate(self):
        self.known = None


async def fetched():
    await asyncio.sleep(0)
    return 7


price = one_for_all(Price, fetched)


async def dropped_to_be_fetched_again_ok(user):
    return [user, await price.get()]


class Rates:
    """The table is no object to work with, though it is dropped in the end."""

    def __init__(self):
        self.table = None

    async def get(self):
        if self.table is None:
            self.table = await fetched()
        return self.table

    def close(self):
        self.table = None


rates = one_for_all(Rates)


async def data_dropped_in_the_end_ok(user):
    return [user, await rates.get()]


class Mould:
    """Made in one step: there is no second one."""

    def __init__(self, build):
        self.build = build
        self.form = None

    async def get(self):
        await asyncio.sleep(0)
        if self.form is None:
            self.form = self.build()
        return self.form

    def close(self):
        self.form = None


mould = one_for_all(Mould, list)


async def made_in_one_step_ok(user):
    form = await mould.get()
    form.append("edge")
    return len(form)
