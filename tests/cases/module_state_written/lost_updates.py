"""A number read before an await; hold one lock over both: another session's change in between is lost. One lock over both
keeps them apart; one number for each session would be another program."""
import asyncio
import threading

from fastapi import FastAPI

app = FastAPI()
lock = asyncio.Lock()
thread_lock = threading.Lock()


async def settle(amount):
    await asyncio.sleep(0)
    return amount


def number_in(text):
    return sum(map(ord, text))


balance = 100


@app.post("/withdrawals")
async def balance_read_early_bad(amount):
    global balance
    before = balance
    await settle(amount)
    balance = before - number_in(amount)  # error: 4, SIS001, "read before an await; hold one lock over both"
    return balance


guarded_balance = 100


@app.post("/guarded")
async def balance_under_one_lock_ok(amount):
    global guarded_balance
    async with lock:
        before = guarded_balance
        await settle(amount)
        guarded_balance = before - number_in(amount)
    return amount


read_late = 100


async def balance_read_after_the_payment_ok(user_id, amount):
    global read_late
    await settle(amount)
    read_late = read_late - number_in(amount)
    return user_id


points = 0


@app.post("/points")
def added_in_threads_bad(amount: str):
    global points
    points = points + number_in(amount)  # error: 4, SIS001, "while other threads run; hold one lock over both"
    return points


locked_points = 0


@app.post("/locked-points")
def points_added_under_a_thread_lock_ok(amount: str):
    global locked_points
    with thread_lock:
        locked_points = locked_points + number_in(amount)
    return amount


story = ""


@app.post("/story")
async def a_text_is_still_one_user_s_bad(line):
    global story
    before = story
    await settle(line)
    story = before + line  # error: 4, SIS001, "keep one per session"
    return story
