"""A gate for each user keeps that user out until it opens; others pass through gates of their own meanwhile."""
import asyncio


async def rest():
    await asyncio.sleep(0)


class Once:
    """Answers each user once."""

    def __init__(self):
        self.seen = set()
        self.user = None

    async def ask(self, user_id):
        if user_id in self.seen:
            return "one at a time"
        self.seen.add(user_id)
        self.user = user_id  # error: 8, SIS004, "'Once.user'"
        await rest()
        return self.user


once = Once()


async def gate_of_each_user_before_what_is_everybodys_bad(user_id):
    return await once.ask(user_id)


class Throttle:
    """Answers each user when the last answer is old enough."""

    def __init__(self):
        self.last = {}
        self.user = None

    async def ask(self, user_id, now):
        if now == self.last.get(user_id, ""):
            return "too fast"
        self.last[user_id] = "now"
        self.user = user_id  # error: 8, SIS004, "'Throttle.user'"
        await rest()
        return self.user


throttle = Throttle()


async def time_of_each_user_before_what_is_everybodys_bad(user_id, now):
    return await throttle.ask(user_id, now)


class Single:
    """Answers one user at a time."""

    def __init__(self):
        self.is_busy = False
        self.user = None

    async def ask(self, user_id):
        if self.is_busy:
            return "busy"
        self.is_busy = True
        self.user = user_id
        await rest()
        said = f"Hello {self.user}"
        self.is_busy = False
        return said


single = Single()


# benign race: who comes meanwhile is told so
async def one_gate_for_all_ok(user_id):
    return await single.ask(user_id)


class Own:
    """Keeps what it is told under each user's own key."""

    def __init__(self):
        self.seen = set()
        self.said = {}

    async def ask(self, user_id):
        if user_id in self.seen:
            return "one at a time"
        self.seen.add(user_id)
        self.said[user_id] = user_id
        await rest()
        return self.said[user_id]


own = Own()


async def gate_and_place_of_each_user_ok(user_id):
    return await own.ask(user_id)


class Booth:
    """Serves one visitor, sends others away, and is tidied up by a method of its own."""

    def __init__(self):
        self.visitor = None

    async def enter(self, visitor):
        if self.visitor is not None:
            return "occupied"
        self.visitor = visitor
        try:
            await asyncio.sleep(0)
            return f"served {self.visitor}"
        finally:
            self.tidy()

    def tidy(self):
        self.visitor = None


booth = Booth()


# benign race: the second visitor is sent away while the first one is served
async def sent_away_until_it_is_tidied_ok(user_id):
    return await booth.enter(user_id)


class OpenBooth(Booth):
    async def enter(self, visitor):
        self.visitor = visitor  # error: 8, SIS004, "Booth.visitor"
        try:
            await asyncio.sleep(0)
            return f"served {self.visitor}"
        finally:
            self.tidy()


open_booth = OpenBooth()


async def tidied_but_open_to_all_bad(user_id):
    return await open_booth.enter(user_id)
