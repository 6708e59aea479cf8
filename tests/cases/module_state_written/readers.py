"""A write harms where served code reads it: returned, tested, formatted, handed on, in a helper; logging alone is no reading."""
import asyncio
import logging

LOG = logging.getLogger(__name__)


async def rest():
    await asyncio.sleep(0)


returned = None


async def returned_bad(user_id):
    global returned
    returned = user_id  # error: 4, SIS001, "returned"
    await rest()
    return returned


handed_on = None


async def handed_on_bad(user_id):
    global handed_on
    handed_on = user_id  # error: 4, SIS001, "handed_on"
    await rest()
    return str.upper(handed_on)


async def local_handed_on_ok(user_id):
    mine = user_id
    await rest()
    return str.upper(mine)


tested = None


async def tested_bad(user_id):
    global tested
    tested = user_id  # error: 4, SIS001, "tested"
    await rest()
    return "mine" if tested == user_id else "somebody else's"


async def local_tested_ok(user_id):
    mine = user_id
    await rest()
    return "mine" if mine == user_id else "somebody else's"


walked_through = None


async def walked_through_bad(user_id, message):
    global walked_through
    walked_through = message.split("-")  # error: 4, SIS001, "walked_through"
    await rest()
    return [part for part in walked_through]


async def local_walked_through_ok(user_id, message):
    mine = message.split("-")
    await rest()
    return [part for part in mine]


read_by_helper = None


def helper():
    return f"Hello {read_by_helper}"


async def read_by_a_helper_bad(user_id):
    global read_by_helper
    read_by_helper = user_id  # error: 4, SIS001, "read_by_helper"
    await rest()
    return helper()


def helper_with_argument(name):
    return f"Hello {name}"


async def argument_of_a_helper_ok(user_id):
    await rest()
    return helper_with_argument(user_id)


logged = None


async def only_logged_ok(user_id):
    global logged
    logged = user_id
    await rest()
    LOG.debug("served %s", logged)
    return user_id


never_read = None


async def never_read_in_served_code_ok(user_id):
    global never_read
    never_read = user_id
    await rest()
    return user_id


part_of_it = None


async def part_of_it_bad(user_id, message):
    global part_of_it
    part_of_it = {"user": user_id, "message": message}  # error: 4, SIS001, "part_of_it"
    await rest()
    return part_of_it["user"]


async def part_of_a_local_ok(user_id, message):
    mine = {"user": user_id, "message": message}
    await rest()
    return mine["user"]


attribute_of_it = None


class Visit:
    def __init__(self, user_id):
        self.user_id = user_id


async def attribute_of_it_bad(user_id):
    global attribute_of_it
    attribute_of_it = Visit(user_id)  # error: 4, SIS001, "attribute_of_it"
    await rest()
    return attribute_of_it.user_id


async def attribute_of_a_local_ok(user_id):
    mine = Visit(user_id)
    await rest()
    return mine.user_id
