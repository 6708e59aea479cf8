"""A parameter is filled by a provider of one module, which an annotation of a second module names."""
import asyncio

import kitchen
from fastapi import FastAPI
from kitchen import Menu

inn = FastAPI()


@inn.post("/dish")
async def annotation_of_another_module_bad(guest, dish, menu: Menu):
    menu.append(dish)  # error: 4, SIS001, "pantry.dishes"
    await asyncio.sleep(0)
    return list(menu)


@inn.post("/order")
async def object_of_another_module_bad(guest, dish, waiter: kitchen.Waiter):
    waiter.guest = guest  # error: 4, SIS004, "pantry.Servant.guest"
    await asyncio.sleep(0)
    return waiter.guest


@inn.get("/menu")
async def list_of_another_module_is_read_ok(guest, dish, menu: Menu):
    await asyncio.sleep(0)
    return dish in menu
