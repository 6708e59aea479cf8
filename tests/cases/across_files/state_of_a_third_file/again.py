"""A second file that leads to the same writes."""
from porter import count_visit


# missed: the file that changes the figure reports it
async def missed_counted_again_bad(user_id, message):
    return await count_visit(message)
