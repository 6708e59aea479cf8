"""A local name holds the container that was found first; the place may hold another one by now."""
import asyncio

drafts = {}


async def proofread(text):
    await asyncio.sleep(0)
    return text.strip()


async def slice_of_what_was_found_before_bad(document, line):
    lines = drafts.get(document, [])
    line = await proofread(line)
    drafts[document] = lines[-9:] + [line]  # error: 4, SIS003, "drafts"


async def slice_of_what_is_found_now_ok(document, line):
    line = await proofread(line)
    drafts[document] = drafts.get(document, [])[-9:] + [line]
    return len(drafts[document])


unpacked = {}


async def unpacks_what_was_found_before_bad(document, line):
    lines = unpacked.get(document) or []
    line = await proofread(line)
    unpacked[document] = [*lines, line]  # error: 4, SIS003, "unpacked"


async def unpacks_what_it_looks_up_again_ok(document, line):
    line = await proofread(line)
    lines = unpacked.get(document) or []
    unpacked[document] = [*lines, line]


added = {}


async def adds_to_what_was_found_before_bad(document, line):
    lines = added.get(document) or []
    line = await proofread(line)
    added[document] = lines + [line]  # error: 4, SIS003, "added"


trimmed = {}


async def shortens_the_held_list_in_place_ok(document, line):
    lines = trimmed.setdefault(document, [])
    await proofread(line)
    lines[:] = lines[-9:]
    return len(lines)
