"""What is stored after an await owes nothing to what was read before it, or belongs to one call: that is no race."""
import asyncio


async def price(item):
    await asyncio.sleep(0)
    return len(item)


class Request:
    def __init__(self, body):
        self.body = body
        self.size = 0


async def measure(request):
    if request.size == 0:
        request.size = await price(request.body)
    return request.size


async def field_of_the_request_ok(user_id, item):
    return await measure(Request(item))


state = {"last": 0}


async def measure_in(context, item):
    context["size"] = 0
    context["size"] = context["size"] + await price(item)
    return context["size"]


async def table_made_for_the_call_ok(user_id, item):
    return await measure_in({}, item)


busy = {}


async def flag_set_before_and_cleared_after_ok(user_id, item):
    busy[user_id] = True
    size = await price(item)
    busy[user_id] = False
    return f"{user_id} {size}"


async def local_that_no_closure_has_ok(user_id, item):
    total = 0
    for part in (item, item):
        total += await price(part)
    return total


async def local_of_a_closure_of_this_call_ok(user_id, item):
    total = 0

    async def add(part):
        nonlocal total
        size = await price(part)
        total += size

    await asyncio.gather(add(item), add(item))
    return total


newest = {}


async def value_that_forgets_the_old_one_ok(user_id, item):
    known = newest.get(user_id, "")
    size = await price(item)
    newest[user_id] = f"{user_id} {item} {size}"
    return len(known) < 0


async def either_branch_sets_it_ok(user_id, item):
    if len(item) > 3:
        text = f"long {await price(item)}"
    else:
        text = f"short {await price(item)}"
    return text


making = {}


async def one_making_that_all_await_ok(user_id, item):
    if user_id not in making:
        making[user_id] = asyncio.ensure_future(price(user_id))
    return await making[user_id]


phases = {}


async def phase_told_before_and_after_ok(user_id, item):
    phases[user_id] = "asked"
    try:
        return await price(item)
    finally:
        phases[user_id] = "answered"
