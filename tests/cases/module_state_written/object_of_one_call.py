"""A handler stores an object of its own, lets others run, and uses what is there then: it may be another's."""
import asyncio

from fastapi import FastAPI

app = FastAPI()


class Order:
    def __init__(self, guest):
        self.guest = guest


class Desk:
    def __init__(self):
        self.order = None
        self.orders = {}
        self.lock = asyncio.Lock()

    async def take_in_turn(self, guest):
        async with self.lock:
            self.order = Order(guest)
            await asyncio.sleep(0)
            return self.order.guest

    async def take_under_a_key(self, guest):
        self.orders[guest] = Order(guest)
        await asyncio.sleep(0)
        return self.orders[guest].guest


calm_desk, keyed_desk = Desk(), Desk()
order = own_order = order_at_once = None
busy_with = None


@app.post("/order")
async def object_in_a_variable_bad(user_id):
    global order
    order = Order(user_id)  # error: 4, SIS001, "order"
    await asyncio.sleep(0)
    return order.guest


@app.post("/take-in-turn")
async def object_under_a_lock_ok(user_id):
    return await calm_desk.take_in_turn(user_id)


@app.post("/take-under-a-key")
async def object_under_a_key_ok(user_id):
    return await keyed_desk.take_under_a_key(user_id)


@app.post("/own")
async def local_variable_for_the_object_ok(user_id):
    global own_order
    own_order = mine = Order(user_id)
    await asyncio.sleep(0)
    return mine.guest


@app.post("/at-once")
async def object_used_before_others_run_ok(user_id):
    global order_at_once
    await asyncio.sleep(0)
    order_at_once = Order(user_id)
    return order_at_once.guest


# benign race: the second one is refused, as it shall be
@app.post("/gate")
async def object_behind_a_gate_ok(user_id):
    global busy_with
    if busy_with is not None:
        return "busy"
    busy_with = Order(user_id)
    await asyncio.sleep(0)
    guest = busy_with.guest
    busy_with = None
    return guest
