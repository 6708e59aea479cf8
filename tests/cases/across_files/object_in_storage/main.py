"""What start-up code puts into the application's storage is one object for all, whatever file its class stands in."""
from aiohttp import web
from fastapi import FastAPI
from services import Counter, Desk, Ledger

app = FastAPI()


def equip(application):
    application.state.desk = Desk()
    app.state.ledger = Ledger()
    app.state.careful = Ledger()


equip(app)


@app.post("/ask")
async def user_kept_on_a_stored_object_bad(user_id):
    return await app.state.desk.ask(user_id)  # error: 17, SIS004, "'services.Desk.user'"


@app.post("/count")
async def counter_of_a_stored_object_ok(user_id):
    return await app.state.desk.count(user_id)


@app.post("/add")
async def sum_reckoned_across_a_pause_bad(user_id, amount):
    ledger = app.state.ledger
    return await ledger.add(user_id, amount)  # error: 17, SIS003, "'services.Ledger.sums[user_id]'"


@app.post("/add-in-turn")
async def sum_reckoned_under_its_lock_ok(user_id, amount):
    return await app.state.careful.add_in_turn(user_id, amount)


site = web.Application()


def furnish(app):
    app["counter"] = Counter()


furnish(site)


async def answer(request, user_id):
    return await request.app["counter"].serve(user_id)  # error: 17, SIS004, "'services.Counter.guest'"


async def item_of_the_application_bad(user_id):
    return await answer(web.Request(site), user_id)


async def object_of_the_call_ok(user_id):
    mine = {"counter": Counter()}
    return await mine["counter"].serve(user_id)
