"""Functions that served coroutines hand to threads may be interrupted anywhere: each change of an old value needs a lock."""
import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor

pool = ThreadPoolExecutor()
visits = 0


def count_visit():
    global visits
    before = visits
    visits = before + 1  # error: 4, SIS003, "visits"


async def counted_in_a_thread_bad(user_id):
    await asyncio.to_thread(count_visit)
    return user_id


locked_visits = 0
lock = threading.Lock()


def count_visit_under_lock():
    global locked_visits
    with lock:
        before = locked_visits
        locked_visits = before + 1


async def counted_in_a_thread_under_lock_ok(user_id):
    await asyncio.to_thread(count_visit_under_lock)
    return user_id


task_visits = 0


def count_visit_of_a_task():
    global task_visits
    before = task_visits
    task_visits = before + 1


async def counted_in_the_loop_ok(user_id):
    await asyncio.sleep(0)
    count_visit_of_a_task()
    return user_id


hits = 0


def count_hit():
    global hits
    hits += 1  # error: 4, SIS003, "hits"


# not executed: the switch that harms falls inside of one line
async def counted_in_one_line_bad(user_id):
    await asyncio.to_thread(count_hit)
    return user_id


locked_hits = 0


def count_hit_under_lock():
    global locked_hits
    with lock:
        locked_hits += 1


async def counted_in_one_line_under_lock_ok(user_id):
    await asyncio.to_thread(count_hit_under_lock)
    return user_id


seats = 1


def take_seat():
    global seats
    if seats > 0:
        seats -= 1  # error: 8, SIS003, "seats"
        return "a seat"
    return "sold out"


async def tested_and_taken_in_a_thread_bad(user_id):
    loop = asyncio.get_running_loop()
    return await loop.run_in_executor(None, take_seat)


locked_seats = 1


def take_seat_under_lock():
    global locked_seats
    with lock:
        if locked_seats > 0:
            locked_seats -= 1
            return "a seat"
    return "sold out"


async def tested_and_taken_in_a_thread_under_lock_ok(user_id):
    loop = asyncio.get_running_loop()
    return await loop.run_in_executor(None, take_seat_under_lock)


balances = {}


def add_to_balance(user_id, item):
    old = balances.get(user_id, 0)
    balances[user_id] = old + len(item)  # error: 4, SIS003, "balances"


async def entry_changed_in_a_pool_bad(user_id, item):
    await asyncio.wrap_future(pool.submit(add_to_balance, user_id, item))
    return item


locked_balances = {}
recursive_lock = threading.RLock()


def add_to_balance_under_lock(user_id, item):
    with recursive_lock:
        old = locked_balances.get(user_id, 0)
        locked_balances[user_id] = old + len(item)


async def entry_changed_in_a_pool_under_lock_ok(user_id, item):
    await asyncio.wrap_future(pool.submit(add_to_balance_under_lock, user_id, item))
    return item


letters = 0


def count_letters(text):
    global letters
    before = letters
    letters = before + len(text)  # error: 4, SIS003, "letters"


async def counted_in_a_thread_of_its_own_bad(user_id, message):
    worker = threading.Thread(target=count_letters, args=(message,))
    worker.start()
    await asyncio.to_thread(worker.join)
    return message


locked_letters = 0


def count_letters_under_lock(text):
    global locked_letters
    with lock:
        before = locked_letters
        locked_letters = before + len(text)


async def counted_in_a_thread_of_its_own_under_lock_ok(user_id, message):
    worker = threading.Thread(target=count_letters_under_lock, args=(message,))
    worker.start()
    await asyncio.to_thread(worker.join)
    return message


acquired = 0
by_hand = threading.Lock()


def count_under_a_lock_by_hand():
    global acquired
    by_hand.acquire()
    try:
        before = acquired
        acquired = before + 1
    finally:
        by_hand.release()


async def acquired_and_released_in_finally_ok(user_id):
    await asyncio.to_thread(count_under_a_lock_by_hand)
    return user_id


tried = 0
try_lock = threading.Lock()


def count_if_nobody_else_does():
    global tried
    if not try_lock.acquire(blocking=False):
        return
    try:
        before = tried
        tried = before + 1
    finally:
        try_lock.release()


# benign race: the second one is turned away, which is what the test of the lock is for
async def acquired_without_waiting_and_tested_ok(user_id):
    await asyncio.to_thread(count_if_nobody_else_does)
    return user_id


def count_own(message):
    count = 0
    for _ in message:
        count = count + 1
    return count


async def counted_in_a_local_ok(user_id, message):
    return await asyncio.to_thread(count_own, message)


logins = {}


def note_login(user_id, message):
    logins[user_id] = message


async def entry_set_in_one_step_ok(user_id, message):
    await asyncio.to_thread(note_login, user_id, message)
    return message
