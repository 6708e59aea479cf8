"""A list of another module, changed only by its importer, which reaches it by the module's name."""
import asyncio

import boards


async def rest():
    await asyncio.sleep(0)


async def notes_of_a_module_bad(note):
    boards.notes.append(note)  # error: 4, SIS001, "'boards.notes'"
    await rest()
    return " ".join(boards.notes)


async def titles_that_are_only_read_ok(note):
    await rest()
    return [f"{title}: {note}" for title in boards.titles]
