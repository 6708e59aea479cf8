"""A list that is only asked whether it holds something before it grows is a set of what is known, not a conversation."""
import asyncio
from typing import cast


async def rest():
    await asyncio.sleep(0)


known = []


async def membership_before_it_grows_ok(user_id):
    if user_id not in known:
        known.append(user_id)
    await rest()
    return user_id


accounts = []


async def asked_with_any_before_it_grows_ok(user_id):
    if any(account["name"] == user_id for account in accounts):
        return "welcome"
    accounts.append({"name": user_id})
    await rest()
    return "welcome"


users = []


def user_named(name):
    for user in users:
        if user["name"] == name:
            return user
    user = {"name": name}
    users.append(user)
    return user


async def searched_in_a_loop_before_it_grows_ok(user_id):
    user = user_named(user_id)
    await rest()
    return user["name"]


visitors = []


# missed: a search before the append makes the list a set of known values, although all of it is returned
async def missed_list_given_back_after_it_was_searched_bad(user_id):
    if user_id not in visitors:
        visitors.append(user_id)
    await rest()
    return list(visitors)


guests = []


async def list_given_back_without_a_search_bad(user_id):
    guests.append(user_id)  # error: 4, SIS001, "guests"
    await rest()
    return list(guests)


state = {"users": {}}


async def item_of_a_cast_value(value, message):
    made = cast(dict, value)
    made["text"] = message
    await rest()
    return made["text"]


async def item_of_an_own_cast_value_ok(user_id, message):
    return await item_of_a_cast_value({}, message)


async def cast_and_key_of_the_user_ok(user_id, message):
    users_of = cast(dict, state["users"])
    users_of[user_id] = message
    await rest()
    return user_id in users_of


class State:
    def __init__(self):
        self.name = "nobody"
        self.greeting = "Hello"


shared = State()


async def other_attribute_got_by_its_name_ok(user_id):
    shared.name = user_id
    await rest()
    return f"{getattr(shared, 'greeting')} {user_id}"


class Guest:
    def __init__(self, name, room):
        self.name = name
        self.room = room


guests = []


# not executed: every guest enters one list
async def replaced_or_entered_if_the_loop_ends_ok(name, room):
    guest = Guest(name, room)
    for number, known in enumerate(guests):
        if known.name == name:
            guests[number] = guest
            break
    else:
        guests.append(guest)
    return next(each.room for each in guests if each.name == name)


callers = []


async def entered_whatever_is_found_bad(name, message):
    for known in callers:
        if known == message:
            message = message.upper()
    else:
        callers.append(message)  # error: 8, SIS001, "callers"
    await asyncio.sleep(0)
    return list(callers)


wishes = []


async def entered_after_a_search_elsewhere_bad(name, message):
    for known in range(3):
        if known == len(message):
            break
    else:
        wishes.append(message)  # error: 8, SIS001, "wishes"
    await asyncio.sleep(0)
    return list(wishes)
