"""A shallow copy is a new dict with the old parts: what is appended to a list in it, is in the template from then on."""
import asyncio
import copy


async def complete(messages):
    answer = "You said: " + ", ".join(messages)
    await asyncio.sleep(0)
    return answer


template = {"messages": [], "model": "small"}


async def copied_by_method_bad(user_id, message):
    config = template.copy()
    config["messages"].append(message)  # error: 4, SIS001, "template"
    return await complete(config["messages"])


of_dict = {"messages": [], "model": "small"}


async def copied_by_dict_bad(user_id, message):
    config = dict(of_dict, user=user_id)
    config["messages"].append(message)  # error: 4, SIS001, "of_dict"
    return await complete(config["messages"])


unpacked = {"messages": [], "model": "small"}


async def unpacked_bad(user_id, message):
    config = {**unpacked, "user": user_id}
    config["messages"].append(message)  # error: 4, SIS001, "unpacked"
    return await complete(config["messages"])


copied = {"messages": [], "model": "small"}


async def copied_to_the_ground_ok(user_id, message):
    config = copy.deepcopy(copied)
    config["messages"].append(message)
    return await complete(config["messages"])


async def list_of_its_own_ok(user_id, message):
    config = copied.copy()
    config["messages"] = []
    config["messages"].append(message)
    return await complete(config["messages"])


async def list_of_its_own_in_a_display_ok(user_id, message):
    config = {**copied, "messages": [user_id]}
    config["messages"].append(message)
    return await complete(config["messages"])


async def list_of_its_own_by_update_ok(user_id, message):
    config = copied.copy()
    config.update(messages=[])
    config["messages"].append(message)
    return await complete(config["messages"])


async def item_of_the_copy_replaced_ok(user_id, message):
    config = copied.copy()
    config["messages"] = [*config["messages"], message]
    return await complete(config["messages"])


handed_out = {"messages": ["Be polite."]}


def copy_of_the_defaults():
    return dict(handed_out)


async def copied_by_another_function_bad(user_id, message):
    config = copy_of_the_defaults()
    config["messages"].append(message)  # error: 4, SIS001, "handed_out"
    return await complete(config["messages"])


def copy_with_a_list_of_its_own():
    return {**handed_out, "messages": [*handed_out["messages"]]}


async def copied_with_a_list_of_its_own_ok(user_id, message):
    config = copy_with_a_list_of_its_own()
    config["messages"].append(message)
    return await complete(config["messages"])


sliced = [["Be polite."]]


# missed: the elements of a slice count as copies
async def missed_copied_by_slice_bad(user_id, message):
    parts = sliced[:]
    parts[0].append(message)
    return await complete(parts[0])
