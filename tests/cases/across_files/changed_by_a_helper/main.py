"""A helper of another file makes the change; only the calls show that all sessions meet there."""
import asyncio

from helpers import key_in_use, note, note_for, use_key

said = []
last = {}


async def key_of_the_process_set_by_a_helper_bad(user_id):
    use_key(user_id)  # error: 4, SIS001, "stores into 'os.environ'"
    await asyncio.sleep(0)
    return key_in_use()


async def list_of_all_handed_to_a_helper_bad(user_id, message):
    note(said, message)  # error: 4, SIS001, "appends to 'said'"
    await asyncio.sleep(0)
    return list(said)


async def own_entry_stored_by_a_helper_ok(user_id, message):
    note_for(last, user_id, message)
    await asyncio.sleep(0)
    return message


async def list_of_the_call_handed_to_a_helper_ok(user_id, message):
    own = []
    note(own, message)
    await asyncio.sleep(0)
    return own
