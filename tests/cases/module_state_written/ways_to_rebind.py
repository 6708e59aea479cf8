"""A name of the module can be bound in many ways, and each binds it for everybody."""
import asyncio
import sys


async def look_up(name):
    await asyncio.sleep(0)
    return f"card of {name}"


this_module = sys.modules[__name__]

in_globals = None


async def item_of_globals_bad(user_id):
    globals()["in_globals"] = user_id  # error: 4, SIS001, "in_globals"
    await look_up(user_id)
    return in_globals


async def item_of_a_dictionary_ok(user_id):
    mine = dict(globals())
    mine["in_globals"] = user_id
    await look_up(user_id)
    return mine["in_globals"]


by_setattr = None


async def setattr_on_the_module_bad(user_id):
    setattr(this_module, "by_setattr", user_id)  # error: 4, SIS001, "by_setattr"
    await look_up(user_id)
    return this_module.by_setattr


class Card:
    name = None


async def setattr_on_an_object_made_here_ok(user_id):
    card = Card()
    setattr(card, "name", user_id)
    await look_up(user_id)
    return card.name


by_walrus = None


async def walrus_bad(user_id):
    global by_walrus
    if (by_walrus := user_id):  # error: 8, SIS001, "by_walrus"
        await look_up(user_id)
    return by_walrus


async def walrus_to_a_local_ok(user_id):
    if (mine := user_id):
        await look_up(user_id)
    return mine


left, right = None, None


async def tuple_bad(user_id, message):
    global left, right
    left, right = user_id, message  # error: 4, SIS001, "left"
    await look_up(user_id)
    return left, right


async def tuple_of_locals_ok(user_id, message):
    mine, said = user_id, message
    await look_up(user_id)
    return mine, said


head, tail = None, []


async def starred_tuple_bad(user_id, message):
    global head, tail
    head, *tail = user_id, message, message  # error: 4, SIS001, "head"
    await look_up(user_id)
    return head, tail


async def starred_tuple_of_locals_ok(user_id, message):
    mine, *said = user_id, message, message
    await look_up(user_id)
    return mine, said


one = None


async def chain_of_targets_bad(user_id):
    global one
    mine = one = user_id  # error: 11, SIS001, "one"
    await look_up(mine)
    return one


async def chain_of_locals_ok(user_id):
    mine = yours = user_id
    await look_up(mine)
    return yours


looped = None


async def target_of_a_loop_bad(user_id, message):
    global looped
    said = []
    for looped in [user_id, message]:  # error: 8, SIS001, "looped"
        await look_up(user_id)
        said.append(looped)
    return said


async def local_target_of_a_loop_ok(user_id, message):
    said = []
    for mine in [user_id, message]:
        await look_up(user_id)
        said.append(mine)
    return said


class Visit:
    def __init__(self, user_id):
        self.user_id = user_id

    def __enter__(self):
        return self.user_id

    def __exit__(self, *error):
        return None


entered = None


async def target_of_with_bad(user_id):
    global entered
    with Visit(user_id) as entered:  # error: 27, SIS001, "entered"
        await look_up(user_id)
        return entered


async def local_target_of_with_ok(user_id):
    with Visit(user_id) as mine:
        await look_up(user_id)
        return mine


captured = None


async def capture_of_match_bad(user_id):
    global captured
    match user_id:
        case str() as captured:  # error: 13, SIS001, "captured"
            await look_up(user_id)
    return captured


async def local_capture_of_match_ok(user_id):
    match user_id:
        case str() as mine:
            await look_up(user_id)
    return mine


conditional = None


async def conditional_value_bad(user_id):
    global conditional
    conditional = user_id if user_id else "nobody"  # error: 4, SIS001, "conditional"
    await look_up(user_id)
    return conditional


async def conditional_value_of_a_local_ok(user_id):
    mine = user_id if user_id else "nobody"
    await look_up(user_id)
    return mine


formatted = None


async def value_made_from_the_session_bad(user_id):
    global formatted
    name = user_id.strip().title()
    formatted = {"name": [name], "greeting": f"Hello {name}"}  # error: 4, SIS001, "formatted"
    await look_up(user_id)
    return formatted["greeting"]


unformatted = None


async def value_made_of_constants_ok(user_id):
    global unformatted
    unformatted = {"name": ["all"], "greeting": "Hello all"}
    await look_up(user_id)
    return unformatted["greeting"]
