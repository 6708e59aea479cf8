"""What a handler hands to another file's function stays there; that file asks who calls it, and shows it."""
import asyncio

import keeping
from keeping import add_message, latest, note_played, remember, take_turn, told


async def rest():
    await asyncio.sleep(0)


# missed: the file of the list shows it, and this one need not
async def missed_added_by_a_function_elsewhere_bad(user_id):
    add_message(user_id)
    await rest()
    return told()


# missed: the file of the list shows it, and this one need not
async def missed_by_way_of_the_module_bad(user_id):
    keeping.recall(user_id)
    await rest()
    return " ".join(keeping.recalled)


async def remembered_under_the_user_ok(user_id):
    remember(user_id, user_id)
    await rest()
    return told(user_id)


async def only_looked_at_ok(user_id):
    await rest()
    return f"{latest()} {user_id}"


# benign race: records of what was played may stand in any order
async def records_kept_by_the_way_ok(user_id, title):
    for each in (title, f"{title} again"):
        note_played(user_id, each)
        await rest()
    return "played"


# missed: the file of the turns shows it, and this one need not
async def missed_turns_of_a_conversation_bad(session_id, message):
    turns = take_turn(session_id, message)
    said = ", ".join(turns)
    await rest()
    take_turn(session_id, f"You said: {said}")
    return said
