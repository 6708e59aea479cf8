"""The write is found inside of whatever statement or expression it stands in."""
import asyncio
from contextlib import asynccontextmanager, contextmanager


async def complete(messages):
    answer = "You said: " + ", ".join(messages)
    await asyncio.sleep(0)
    return answer


in_try = []


async def in_try_bad(user_id, message):
    try:
        in_try.append(message)  # error: 8, SIS001, "in_try"
    finally:
        answer = await complete(in_try)
    return answer


async def local_in_try_ok(user_id, message):
    mine = []
    try:
        mine.append(message)
    finally:
        answer = await complete(mine)
    return answer


in_except = []


async def in_except_bad(user_id, message):
    try:
        int(message)
    except ValueError:
        in_except.append(message)  # error: 8, SIS001, "in_except"
    return await complete(in_except)


async def local_in_except_ok(user_id, message):
    mine = []
    try:
        int(message)
    except ValueError:
        mine.append(message)
    return await complete(mine)


in_finally = []


async def in_finally_bad(user_id, message):
    try:
        return await complete(in_finally)
    finally:
        in_finally.append(message)  # error: 8, SIS001, "in_finally"


async def local_in_finally_ok(user_id, message):
    mine = []
    try:
        return await complete(mine)
    finally:
        mine.append(message)


in_loop = []


async def in_loop_bad(user_id, message):
    for part in message.split("-"):
        in_loop.append(part)  # error: 8, SIS001, "in_loop"
    return await complete(in_loop)


async def local_in_loop_ok(user_id, message):
    mine = []
    for part in message.split("-"):
        mine.append(part)
    return await complete(mine)


in_while = []


async def in_while_bad(user_id, message):
    parts = message.split("-")
    while parts:
        in_while.append(parts.pop())  # error: 8, SIS001, "in_while"
    else:
        answer = await complete(in_while)
    return answer


async def local_in_while_ok(user_id, message):
    parts, mine = message.split("-"), []
    while parts:
        mine.append(parts.pop())
    else:
        answer = await complete(mine)
    return answer


in_branch = []


async def in_branch_bad(user_id, message):
    if message.isdigit():
        answer = "a number"
    elif message:
        in_branch.append(message)  # error: 8, SIS001, "in_branch"
        answer = await complete(in_branch)
    else:
        answer = "nothing"
    return answer


async def local_in_branch_ok(user_id, message):
    mine = []
    if message.isdigit():
        answer = "a number"
    elif message:
        mine.append(message)
        answer = await complete(mine)
    else:
        answer = "nothing"
    return answer


in_match = []


async def in_match_bad(user_id, message):
    match message.split("-"):
        case []:
            return "nothing"
        case [first, *_]:
            in_match.append(first)  # error: 12, SIS001, "in_match"
    return await complete(in_match)


async def local_in_match_ok(user_id, message):
    mine = []
    match message.split("-"):
        case []:
            return "nothing"
        case [first, *_]:
            mine.append(first)
    return await complete(mine)


@contextmanager
def quietly():
    yield


in_with = []


async def in_with_bad(user_id, message):
    with quietly():
        in_with.append(message)  # error: 8, SIS001, "in_with"
    return await complete(in_with)


async def local_in_with_ok(user_id, message):
    mine = []
    with quietly():
        mine.append(message)
    return await complete(mine)


@asynccontextmanager
async def connection():
    await asyncio.sleep(0)
    yield


in_async_with = []


async def in_async_with_bad(user_id, message):
    async with connection():
        in_async_with.append(message)  # error: 8, SIS001, "in_async_with"
    return await complete(in_async_with)


async def local_in_async_with_ok(user_id, message):
    mine = []
    async with connection():
        mine.append(message)
    return await complete(mine)


in_comprehension = []


async def in_comprehension_bad(user_id, message):
    [in_comprehension.append(part) for part in message.split("-")]  # error: 5, SIS001, "in_comprehension"
    return await complete(in_comprehension)


async def comprehension_ok(user_id, message):
    mine = [part for part in message.split("-")]
    return await complete(mine)


behind_and = []


async def behind_and_bad(user_id, message):
    message and behind_and.append(message)  # error: 16, SIS001, "behind_and"
    return await complete(behind_and)


async def local_behind_and_ok(user_id, message):
    mine = []
    message and mine.append(message)
    return await complete(mine)


as_argument = []


async def as_argument_bad(user_id, message):
    print(as_argument.append(message), end="")  # error: 10, SIS001, "as_argument"
    return await complete(as_argument)


async def local_as_argument_ok(user_id, message):
    mine = []
    print(mine.append(message), end="")
    return await complete(mine)


on_two_lines = []


async def call_on_two_lines_bad(user_id, message):
    (on_two_lines
        .append(message))  # error: 9, SIS001, "on_two_lines"
    return await complete(on_two_lines)


async def local_call_on_two_lines_ok(user_id, message):
    mine = []
    (mine
        .append(message))
    return await complete(mine)


behind_wide_characters = []


async def column_in_characters_bad(user_id, message):
    größe = "漢字"; behind_wide_characters.append(message + größe)  # error: 18, SIS001, "behind_wide_characters"
    return await complete(behind_wide_characters)


async def local_behind_wide_characters_ok(user_id, message):
    größe = "漢字"; mine = [message + größe]
    return await complete(mine)


twice = []


async def only_the_first_of_two_writes_bad(user_id, message):
    twice.append(user_id)  # error: 4, SIS001, "twice"
    answer = await complete(twice)
    twice.append(message)
    return answer


async def two_writes_to_a_local_ok(user_id, message):
    mine = [user_id]
    answer = await complete(mine)
    mine.append(message)
    return answer
