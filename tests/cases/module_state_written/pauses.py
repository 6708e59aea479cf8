"""Another session gets its turn at a pause: what looks like one may be none, and what looks like none may be one."""
import asyncio
from contextlib import asynccontextmanager


async def rest():
    await asyncio.sleep(0)


async def never_rests():
    return "at once"


at_await = None


async def awaited_coroutine_that_pauses_bad(user_id):
    global at_await
    at_await = user_id  # error: 4, SIS001, "at_await"
    await rest()
    return at_await


at_no_await = None


async def awaited_coroutine_that_never_pauses_ok(user_id):
    global at_no_await
    at_no_await = user_id
    await never_rests()
    return at_no_await


deeper = None


async def rests_deeper():
    return await rest()


async def awaited_coroutine_that_pauses_deeper_bad(user_id):
    global deeper
    deeper = user_id  # error: 4, SIS001, "deeper"
    await rests_deeper()
    return deeper


not_deeper = None


async def never_rests_deeper():
    return await never_rests()


async def awaited_coroutine_that_never_pauses_deeper_ok(user_id):
    global not_deeper
    not_deeper = user_id
    await never_rests_deeper()
    return not_deeper


at_a_task = None


async def task_that_is_not_awaited_ok(user_id):
    global at_a_task
    at_a_task = user_id
    task = asyncio.create_task(rest())
    answer = at_a_task
    await task
    return answer


at_gather = None


async def gathered_bad(user_id):
    global at_gather
    at_gather = user_id  # error: 4, SIS001, "at_gather"
    await asyncio.gather(rest(), rest())
    return at_gather


after_gather = None


async def set_behind_gather_ok(user_id):
    global after_gather
    await asyncio.gather(rest(), rest())
    after_gather = user_id
    return after_gather


at_wait_for = None


async def waited_for_bad(user_id):
    global at_wait_for
    at_wait_for = user_id  # error: 4, SIS001, "at_wait_for"
    await asyncio.wait_for(rest(), timeout=5)
    return at_wait_for


after_wait_for = None


async def set_behind_wait_for_ok(user_id):
    global after_wait_for
    await asyncio.wait_for(rest(), timeout=5)
    after_wait_for = user_id
    return after_wait_for


async def steps():
    for step in range(2):
        await asyncio.sleep(0)
        yield step


at_async_for = None


async def async_for_bad(user_id):
    global at_async_for
    at_async_for = user_id  # error: 4, SIS001, "at_async_for"
    async for _ in steps():
        pass
    return at_async_for


after_async_for = None


async def set_behind_async_for_ok(user_id):
    global after_async_for
    async for _ in steps():
        pass
    after_async_for = user_id
    return after_async_for


at_comprehension = None


async def asynchronous_comprehension_bad(user_id):
    global at_comprehension
    at_comprehension = user_id  # error: 4, SIS001, "at_comprehension"
    taken = [step async for step in steps()]
    return f"{at_comprehension} took {len(taken)}"


after_comprehension = None


async def set_behind_asynchronous_comprehension_ok(user_id):
    global after_comprehension
    taken = [step async for step in steps()]
    after_comprehension = user_id
    return f"{after_comprehension} took {len(taken)}"


@asynccontextmanager
async def connection():
    await asyncio.sleep(0)
    yield "connection"


at_entry = None


async def entry_of_async_with_bad(user_id):
    global at_entry
    at_entry = user_id  # error: 4, SIS001, "at_entry"
    async with connection():
        return at_entry


after_entry = None


async def set_behind_the_entry_of_async_with_ok(user_id):
    global after_entry
    async with connection():
        after_entry = user_id
        return after_entry


gate = asyncio.Lock()
after_lock = None


async def set_inside_and_read_right_behind_a_lock_ok(user_id):
    global after_lock
    async with gate:
        await asyncio.sleep(0)
        after_lock = user_id
    return after_lock


at_argument = None


async def await_inside_of_an_expression_bad(user_id):
    global at_argument
    at_argument = user_id  # error: 4, SIS001, "at_argument"
    return [await never_rests(), await rest(), at_argument]


before_argument = None


async def read_left_of_the_await_ok(user_id):
    global before_argument
    before_argument = user_id
    return [before_argument, await rest()]


at_test = None


async def await_inside_of_a_condition_bad(user_id):
    global at_test
    at_test = user_id  # error: 4, SIS001, "at_test"
    return at_test if await rest() is None else "never"


after_test = None


async def set_behind_the_await_of_a_condition_ok(user_id):
    global after_test
    if await rest() is None:
        after_test = user_id
        return after_test
    return "never"


at_future = None


async def future_bad(user_id):
    global at_future
    future = asyncio.get_running_loop().create_future()
    asyncio.get_running_loop().call_soon(future.set_result, None)
    at_future = user_id  # error: 4, SIS001, "at_future"
    await future
    return at_future


after_future = None


async def set_behind_a_future_ok(user_id):
    global after_future
    future = asyncio.get_running_loop().create_future()
    asyncio.get_running_loop().call_soon(future.set_result, None)
    await future
    after_future = user_id
    return after_future


at_yield = None


async def greetings_for(user_id):
    global at_yield
    at_yield = user_id  # error: 4, SIS001, "at_yield"
    yield "Hello"
    yield at_yield


async def yield_of_an_async_generator_bad(user_id):
    said = []
    async for word in greetings_for(user_id):
        await rest()
        said.append(word)
    return said


after_yield = None


async def late_greetings_for(user_id):
    global after_yield
    yield "Hello"
    after_yield = user_id
    yield after_yield


async def set_behind_the_yield_ok(user_id):
    said = []
    async for word in late_greetings_for(user_id):
        await rest()
        said.append(word)
    return said


countdown = None


async def count_down(number):
    await asyncio.sleep(0)
    if number:
        await count_down(number - 1)


async def recursive_coroutine_bad(user_id):
    global countdown
    countdown = user_id  # error: 4, SIS001, "countdown"
    await count_down(2)
    return countdown


after_countdown = None


async def set_behind_a_recursive_coroutine_ok(user_id):
    global after_countdown
    await count_down(2)
    after_countdown = user_id
    return after_countdown


in_loop = None


async def pause_at_the_end_of_a_loop_bad(user_id):
    global in_loop
    said = []
    in_loop = user_id  # error: 4, SIS001, "in_loop"
    for _ in range(2):
        said.append(in_loop)
        await rest()
    return said


set_in_loop = None


async def set_anew_in_each_round_ok(user_id):
    global set_in_loop
    said = []
    for _ in range(2):
        set_in_loop = user_id
        said.append(set_in_loop)
        await rest()
    return said
