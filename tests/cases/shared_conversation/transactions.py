"""A database session is one transaction: what one user adds, another one commits, sees or rolls back."""
import asyncio
import threading

from fastapi import FastAPI
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Session, scoped_session, sessionmaker

app = FastAPI()
db = Session("engine")


@app.post("/orders")
def transaction_of_the_module_bad(user, order):
    db.add(order)  # error: 4, SIS009, "db"
    return db.commit()


make = sessionmaker("engine")
made = make()


@app.post("/made")
def transaction_made_by_a_maker_bad(user, order):
    made.add(order)  # error: 4, SIS009, "made"
    return made.commit()


waiting = AsyncSession("engine")


@app.post("/waiting")
async def transaction_across_an_await_bad(user, order):
    waiting.add(order)  # error: 4, SIS009, "waiting"
    return await waiting.commit()


of_a_thread = scoped_session(make)


@app.post("/of-a-thread")
async def transaction_of_the_loops_thread_bad(user, order):
    of_a_thread.add(order)  # error: 4, SIS009, "of_a_thread"
    await notify(user)
    return of_a_thread.commit()


in_threads = scoped_session(make)


@app.post("/in-threads")
def transaction_of_each_thread_ok(user, order):
    in_threads.add(order)
    return in_threads.commit()


@app.post("/own")
def transaction_of_the_request_ok(user, order):
    with Session("engine") as own:
        own.add(order)
        return own.commit()


@app.post("/own-made")
def transaction_made_for_the_request_ok(user, order):
    own = make()
    own.add(order)
    return own.commit()


locked = Session("engine")
turn = threading.Lock()


@app.post("/locked")
def transaction_under_a_lock_ok(user, order):
    with turn:
        locked.add(order)
        return locked.commit()


async def notify(user):
    await asyncio.sleep(0)
