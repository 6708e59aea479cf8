"""A list of which only the first element is read is a memo; a list that is taken whole holds what everybody added."""
import asyncio

from fastapi import FastAPI

app = FastAPI()
menu = []


async def read_menu(kind):
    await asyncio.sleep(0)
    return f"{len(kind)} dishes"


# benign race: both make the same menu, and the second one stands behind the first
@app.get("/menu")
async def first_of_a_list_ok(user_id, dish):
    if not menu:
        menu.append(await read_menu("all"))
    return menu[0]


orders = []


@app.get("/orders")
async def whole_list_bad(user_id, dish):
    if not orders:
        orders.append(await read_menu(dish))  # error: 8, SIS001, "orders"
    return " ".join(orders)


newest = []


@app.get("/newest")
async def first_that_a_user_brought_bad(user_id, dish):
    if not newest:
        newest.append(dish)  # error: 8, SIS001, "newest"
    return newest[0]
