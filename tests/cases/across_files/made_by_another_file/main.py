"""The factory of an object stands in another file, the object that serves everybody here."""
import asyncio

import clerks
from clerks import Apprentice, hire

clerk = hire()
apprentice = clerks.hire_apprentice()
second = Apprentice.hired()


async def rest():
    await asyncio.sleep(0)


async def hired_by_a_function_bad(user_id):
    clerk.customer = user_id  # error: 4, SIS004, "'clerks.Clerk.customer'"
    await rest()
    return clerk.customer


async def hired_by_way_of_the_module_bad(user_id):
    apprentice.welcome(user_id)  # error: 4, SIS004, "'clerks.Clerk.customer'"
    await rest()
    return apprentice.customer


async def hired_by_an_inherited_class_method_bad(user_id):
    second.customer = user_id  # error: 4, SIS004, "'clerks.Clerk.customer'"
    await rest()
    return second.customer


async def hired_for_the_call_ok(user_id):
    mine = hire()
    mine.welcome(user_id)
    await rest()
    return mine.customer
