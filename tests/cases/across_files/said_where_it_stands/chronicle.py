"""A list and the coroutines that fill and read it: all that is wrong is to be seen here."""
import asyncio

notes = []


async def note_down(note):
    notes.append(note)  # error: 4, SIS001, "notes"
    await asyncio.sleep(0)
    return " ".join(notes)


async def describe(user_id):
    await asyncio.sleep(0)
    return f"chronicle of {user_id}"
