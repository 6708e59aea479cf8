"""That a list names twice what is only asked for does no harm; what is given away only once needs a lock."""
import asyncio
import threading

kinds = []
names = []
seats = []
seats_under_lock = []
lock = threading.Lock()


def noted(kind):
    if kind not in kinds:
        kinds.append(kind)
    return kind in kinds


async def kind_noted_in_a_thread_ok(session_id, kind):
    return await asyncio.to_thread(noted, kind)


def named(name):
    if name in names:
        return
    names.append(name)


async def named_in_a_thread_ok(session_id, name):
    await asyncio.to_thread(named, name)
    return name


def taken(seat):
    if seat in seats:
        return False
    seats.append(seat)  # error: 4, SIS003, "tested, then set while other threads run"
    return True


async def seat_taken_in_a_thread_bad(session_id, seat):
    return await asyncio.to_thread(taken, "the only seat")


def taken_under_lock(seat):
    with lock:
        if seat in seats_under_lock:
            return False
        seats_under_lock.append(seat)
        return True


async def seat_taken_in_a_thread_under_lock_ok(session_id, seat):
    return await asyncio.to_thread(taken_under_lock, "the only seat")
