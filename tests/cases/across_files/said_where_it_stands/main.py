"""What another file's own coroutines do to their own list is shown in that file, and not once more at each call."""
from chronicle import describe, note_down


async def written_by_a_coroutine_elsewhere_ok(user_id):
    return await described(user_id)


async def described(user_id):
    return await describe(user_id)


# missed: only the file that defines the list reports it
async def missed_noted_by_a_coroutine_elsewhere_bad(user_id):
    return await note_down(user_id)
