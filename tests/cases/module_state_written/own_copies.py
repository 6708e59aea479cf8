"""A function that copies at any depth gives what is no container back as it is; one that copies in part does not."""
import asyncio


async def rest():
    await asyncio.sleep(0)


def copied(thing):
    if isinstance(thing, dict):
        return {key: copied(each) for key, each in thing.items()}
    if isinstance(thing, list):
        return [copied(each) for each in thing]
    return thing


STYLES = {"colours": {"sky": "blue"}, "sizes": [1]}


async def copied_at_any_depth_ok(name):
    style = copied(STYLES)
    style["name"] = name
    await rest()
    return style["name"]


def half_copied(thing):
    if isinstance(thing, list):
        return [*thing]
    return thing


SHAPES = {"sides": 4}


async def copied_only_if_a_list_bad(name):
    shape = half_copied(SHAPES)
    shape["name"] = name  # error: 4, SIS001, "'SHAPES'"
    await rest()
    return shape["name"]
