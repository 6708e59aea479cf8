"""Who makes an entry twice loses what was said to the first; the file that makes entries asks who changes them."""
from rooms import cellar_of, hall_of, room_of, verifier_of


# missed: the file that makes the entry reports it
async def missed_entry_made_twice_and_changed_bad(user_id, message):
    room = await room_of(user_id)
    room.tell(message)
    return list(room.said)


async def entry_made_twice_and_looked_up_ok(user_id):
    hall = await hall_of(user_id)
    return hall.name


# missed: only the file that defines the table changes its entries, and reports it
async def missed_entry_changed_where_it_is_made_bad(user_id):
    cellar = await cellar_of(user_id)
    return list(cellar.said)


async def entry_made_twice_that_fetches_for_itself_ok(user_id, token):
    verifier = await verifier_of(user_id)
    return await verifier.verify(token)
