"""Another name for the shared object, or a function that gives it, does not make it another object; a copy does."""
import asyncio


async def complete(messages):
    answer = "You said: " + ", ".join(messages)
    await asyncio.sleep(0)
    return answer


renamed = []


async def local_name_bad(user_id, message):
    messages = renamed
    messages.append(message)  # error: 4, SIS001, "renamed"
    return await complete(messages)


copied = []


async def copy_under_a_local_name_ok(user_id, message):
    messages = list(copied)
    messages.append(message)
    return await complete(messages)


renamed_twice = []


async def name_of_a_name_bad(user_id, message):
    first = renamed_twice
    second = first
    second.append(message)  # error: 4, SIS001, "renamed_twice"
    return await complete(first)


rebound = []


async def local_name_rebound_to_a_copy_ok(user_id, message):
    messages = rebound
    messages = messages[:]
    messages.append(message)
    return await complete(messages)


bound = []


async def bound_append_bad(user_id, message):
    add = bound.append
    add(message)  # error: 4, SIS001, "bound"
    return await complete(bound)


async def bound_append_of_a_local_ok(user_id, message):
    mine = []
    add = mine.append
    add(message)
    return await complete(mine)


returned = []


def get_messages():
    return returned


async def result_of_a_function_bad(user_id, message):
    get_messages().append(message)  # error: 4, SIS001, "returned"
    return await complete(get_messages())


returned_as_copy = []


def get_copy():
    return returned_as_copy.copy()


async def copy_from_a_function_ok(user_id, message):
    messages = get_copy()
    messages.append(message)
    return await complete(messages)


chosen = []


async def chosen_by_a_condition_bad(user_id, message):
    messages = chosen if message else []
    messages.append(message)  # error: 4, SIS001, "chosen"
    return await complete(messages)


async def chosen_between_locals_ok(user_id, message):
    messages = [user_id] if message else []
    messages.append(message)
    return await complete(messages)


preferred = ["Be polite."]


async def chosen_by_or_bad(user_id, message):
    messages = preferred or []
    messages.append(message)  # error: 4, SIS001, "preferred"
    return await complete(messages)


unpreferred = ["Be polite."]


async def chosen_by_or_and_copied_ok(user_id, message):
    messages = list(unpreferred or [])
    messages.append(message)
    return await complete(messages)


unpacked = []


async def one_of_a_tuple_bad(user_id, message):
    messages, said = unpacked, message
    messages.append(said)  # error: 4, SIS001, "unpacked"
    return await complete(messages)


async def one_of_a_tuple_of_locals_ok(user_id, message):
    messages, said = [], message
    messages.append(said)
    return await complete(messages)


named_in_condition = []


async def walrus_bad(user_id, message):
    if (messages := named_in_condition) is not None:
        messages.append(message)  # error: 8, SIS001, "named_in_condition"
    return await complete(messages)


async def walrus_over_a_local_ok(user_id, message):
    if (messages := []) is not None:
        messages.append(message)
    return await complete(messages)


store = {"messages": []}


async def part_under_a_local_name_bad(user_id, message):
    messages = store["messages"]
    messages.append(message)  # error: 4, SIS001, "store"
    return await complete(messages)


stores = {}


async def part_of_the_user_under_a_local_name_ok(user_id, message):
    messages = stores.setdefault(user_id, [])
    messages.append(message)
    return await complete(messages)


looped_over = [[], []]


# missed: appending to each of several lists is taken for sending one message to all listeners
async def missed_part_under_the_name_of_a_loop_bad(user_id, message):
    for messages in looped_over:
        messages.append(message)
    return await complete(looped_over[0])


async def part_of_a_local_under_the_name_of_a_loop_ok(user_id, message):
    mine = [[], []]
    for messages in mine:
        messages.append(message)
    return await complete(mine[0])


other_name = original = []


async def second_name_in_the_module_bad(user_id, message):
    other_name.append(message)  # error: 4, SIS001, "other_name"
    return await complete(original)


async def two_names_of_a_local_ok(user_id, message):
    mine = same = []
    mine.append(message)
    return await complete(same)


def make_list():
    return []


made_list = make_list()


async def container_made_by_a_function_bad(user_id):
    made_list.append(user_id)  # error: 4, SIS001, "'made_list'"
    await asyncio.sleep(0)
    return " ".join(made_list)
