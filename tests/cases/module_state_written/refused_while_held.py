"""A place that refuses a second value while it holds one is nobody else's: the others meet an error."""
import asyncio


class Taken(Exception):
    pass


async def rest():
    await asyncio.sleep(0)


_pilot = None


def take_seat(pilot):
    global _pilot
    if _pilot is not None:
        raise Taken("somebody flies")
    _pilot = pilot


class Cockpit:
    def __init__(self, pilot):
        self.pilot = pilot

    async def __aenter__(self):
        take_seat(self.pilot)
        return self

    async def __aexit__(self, *error):
        global _pilot
        if _pilot is self.pilot:
            _pilot = None


# benign race: the second one is refused, as it shall be
async def entered_by_one_at_a_time_ok(pilot):
    async with Cockpit(pilot):
        await rest()
        return f"{_pilot} has landed"


_captain = None


def leave_bridge():
    global _captain
    _captain = None


# benign race: the second one is refused, as it shall be
async def refused_by_an_assertion_ok(captain):
    global _captain
    assert not _captain, "somebody is on the bridge"
    _captain = captain
    await rest()
    try:
        return f"aye {_captain}"
    finally:
        leave_bridge()


_driver = None


def leave_wheel():
    global _driver
    _driver = None


# benign race: the second one is refused, as it shall be
async def refused_on_the_other_branch_ok(driver):
    global _driver
    if _driver is None or _driver == driver:
        _driver = driver
    else:
        raise Taken("somebody drives")
    await rest()
    try:
        return f"{_driver} drives"
    finally:
        leave_wheel()


_rider = None


async def kept_for_the_next_bad(rider):
    global _rider
    if _rider is None:
        _rider = rider  # error: 8, SIS001, "'_rider'"
    await rest()
    return f"{_rider} rides"


_guest = "nobody"


async def refused_where_nothing_is_held_bad(guest):
    global _guest
    if not _guest:
        raise Taken("no table was laid")
    _guest = guest  # error: 4, SIS001, "'_guest'"
    await rest()
    return f"{_guest} dines"


_sleeper = None


async def refused_only_if_asked_for_bad(sleeper, is_strict=False):
    global _sleeper
    if _sleeper is not None and is_strict:
        raise Taken("somebody sleeps")
    _sleeper = sleeper  # error: 4, SIS001, "'_sleeper'"
    await rest()
    return f"{_sleeper} snores"
