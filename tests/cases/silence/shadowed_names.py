"""A local name that is spelled like a variable of the module is another variable."""
import asyncio

history = []
user = None


async def complete(messages):
    answer = "You said: " + ", ".join(messages)
    await asyncio.sleep(0)
    return answer


async def local_list_ok(user_id, message):
    history = []
    history.append(message)
    return await complete(history)


async def local_bound_further_down_ok(user_id, message):
    if message:
        history = [user_id]
    else:
        history = []
    history.append(message)
    return await complete(history)


async def local_without_global_ok(user_id):
    user = user_id
    await asyncio.sleep(0)
    return user


async def parameter_ok(user, message):
    user += message
    await asyncio.sleep(0)
    return user


async def parameter_that_is_a_list_ok(user_id, message):
    return await complete(add_to([], message))


def add_to(history, message):
    history.append(message)
    return history


async def target_of_a_loop_ok(user_id, message):
    for history in [[], []]:
        history.append(message)
    return await complete(history)


async def target_of_a_comprehension_ok(user_id, message):
    grown = [history.append(message) or history for history in [[], []]]
    return await complete(grown[0])


async def target_of_with_ok(user_id, message):
    with Holder() as history:
        history.append(message)
        return await complete(history)


class Holder:
    def __enter__(self):
        return []

    def __exit__(self, *error):
        return None


async def local_of_an_enclosing_function_ok(user_id, message):
    history = []

    def remember():
        history.append(message)

    remember()
    return await complete(history)


async def nonlocal_of_an_enclosing_call_ok(user_id):
    user = None

    async def set_user():
        nonlocal user
        user = user_id
        await asyncio.sleep(0)

    await set_user()
    return user


async def attribute_of_that_name_ok(user_id, message):
    own = Own()
    own.history.append(message)
    return await complete(own.history)


class Own:
    def __init__(self):
        self.history = []


async def name_of_a_caught_error_ok(user_id, message):
    try:
        raise LookupError(message)
    except LookupError as user:
        return str(user)


async def captured_by_match_ok(user_id, message):
    match [message, user_id]:
        case [*history]:
            history.append("end")
    return await complete(history)
