"""Whether something is there at all may be asked before the lock is taken, its value only under the lock."""
import asyncio


class Pool:
    def __init__(self):
        self.users = 0
        self.seats = 1


lock = asyncio.Lock()
pool = Pool()
seat_lock = asyncio.Lock()
hall = Pool()


async def closed(session_id):
    await asyncio.sleep(0)
    return session_id


async def there_before_the_lock_ok(session_id):
    if hasattr(pool, "users"):
        async with lock:
            pool.users += 1
            await closed(session_id)
            pool.users -= 1
    return session_id


async def left_before_the_lock_bad(session_id):
    if hall.seats:
        async with seat_lock:
            await closed(session_id)
            hall.seats -= 1  # error: 12, SIS008, "seats"
            return hall.seats
    return "none"
