"""Django Ninja: plain operations run in threads, coroutines as tasks."""
import asyncio

from ninja import NinjaAPI, Router

api = NinjaAPI()
router = Router()
orders = []


@api.post("/orders")
def list_of_all_orders_bad(request, order):
    orders.append(order)  # error: 4, SIS001, "orders"
    return list(orders)


count = 0


@router.get("/count")
def count_in_threads_bad(request):
    global count
    before = count
    count = before + 1  # error: 4, SIS003, "count"
    return request


table = None


@router.post("/table")
async def table_of_the_last_guest_bad(request, number):
    global table
    table = number  # error: 4, SIS001, "table"
    await asyncio.sleep(0)
    return table


@router.post("/total")
async def total_of_one_request_ok(request, number):
    total = [number]
    await asyncio.sleep(0)
    total.append(number)
    return list(total)
