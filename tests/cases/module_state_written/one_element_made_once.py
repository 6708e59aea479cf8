"""A list as the box of one thing that is made on demand, in threads and elsewhere; a first name in it is somebody's."""
import asyncio
from json import JSONDecoder

decoders = []


def load_decoder():
    if not decoders:
        decoders.append(JSONDecoder)
    return JSONDecoder


async def decoder():
    if decoders:
        return decoders[0]
    return await asyncio.to_thread(load_decoder)


# not executed: two sessions may put the same class into the box
async def class_in_a_box_ok(text):
    known = await decoder()
    return known().decode(f'"{text}"')


names = []


def first_name(name):
    if not names:
        names.append(name)  # error: 8, SIS001, "names"
    return names[0]


async def name_in_a_box_bad(name):
    if names:
        return names[0]
    return await asyncio.to_thread(first_name, name)


loaded = []


def note_loading():
    if not loaded:
        loaded.append(JSONDecoder)


# not executed: two sessions may put the same class into the box
async def box_that_is_only_tested_ok(text):
    if not loaded:
        await asyncio.to_thread(note_loading)
    return text


owners = {}


async def first_user_is_kept_as_default_bad(user_id):
    owners["desk"] = owners.get("desk", user_id)  # error: 4, SIS001, "owners"
    await asyncio.sleep(0)
    return owners["desk"]
