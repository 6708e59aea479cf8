"""A module's list that a coroutine makes longer is one for all sessions, whatever is appended to it."""
import asyncio

ticks = []


async def literal_appended_bad(user_id):
    ticks.append("tick")  # error: 4, SIS001, "ticks"
    await asyncio.sleep(0)
    return list(ticks)


numbers: list[int] = []


async def literals_added_bad(user_id):
    global numbers
    numbers += [1, 2]  # error: 4, SIS001, "numbers"
    await asyncio.sleep(0)
    return sum(numbers)


records = []


async def record_without_session_data_bad(user_id):
    records.append({"kind": "beat"})  # error: 4, SIS001, "records"
    await asyncio.sleep(0)
    return list(records)


rungs = list()


async def climb():
    rungs.insert(0, "rung")  # error: 4, SIS001, "rungs"


async def height():
    await asyncio.sleep(0)
    return list(rungs)


async def written_and_read_by_two_helpers_bad(user_id):
    await climb()
    return await height()


async def literal_appended_to_a_local_ok(user_id):
    mine = []
    mine.append("tick")
    await asyncio.sleep(0)
    return mine


warned = []


async def searched_before_it_grows_ok(user_id):
    if "late" not in warned:
        warned.append("late")
    await asyncio.sleep(0)
    return list(warned)


under_way = []


async def removed_at_the_end_ok(user_id):
    under_way.append("job")
    await asyncio.sleep(0)
    under_way.pop()
    return user_id


outgoing = []


async def drained_elsewhere_ok(user_id):
    outgoing.append("beat")
    await asyncio.sleep(0)
    return user_id


async def send_all(send):
    global outgoing
    batch, outgoing = outgoing, []
    await send(batch)


steps = []


async def only_counted_ok(user_id):
    steps.append("step")
    await asyncio.sleep(0)
    return user_id if len(steps) else None


called_back = []


async def subscribe(callback):
    called_back.append(callback)


async def callbacks_ok(user_id):
    await subscribe(str.upper)
    return user_id


async def publish(event):
    for callback in called_back:
        await callback(event)


kinds = set()


async def literal_added_to_a_set_ok(user_id):
    kinds.add("beat")
    await asyncio.sleep(0)
    return sorted(kinds)


total = 0


async def counter_ok(user_id):
    global total
    total += 1
    await asyncio.sleep(0)
    return user_id


colours = []


async def load_colours():
    for colour in ("red", "blue"):
        colours.append(colour)
        await asyncio.sleep(0)


async def table_filled_in_a_loop_ok(user_id):
    await asyncio.sleep(0)
    return list(colours)


plain = []


# not executed: nothing in sight says that this function serves anybody
def plain_function_that_nobody_calls_ok(user_id):
    plain.append("beat")
    return list(plain)
