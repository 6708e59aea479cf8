"""Who tests for an entry, awaits and removes it, must bear that another has removed it meanwhile."""
import asyncio
import contextlib


async def price(item):
    await asyncio.sleep(0)
    return len(item)


orders = {}


async def entry_tested_then_deleted_bad(user_id, item):
    orders[user_id] = item
    await price(item)
    if user_id in orders:
        await price(item)
        del orders[user_id]  # error: 12, SIS003, "'orders[user_id]' is tested, then removed after an await"
    return item


carts = {}


async def missing_entry_is_passed_over_ok(user_id, item):
    carts[user_id] = item
    await price(item)
    if user_id in carts:
        await price(item)
        try:
            del carts[user_id]
        except KeyError:
            pass
    return item


baskets = {}


async def missing_entry_is_suppressed_ok(user_id, item):
    baskets[user_id] = item
    await price(item)
    if user_id in baskets:
        await price(item)
        with contextlib.suppress(KeyError):
            del baskets[user_id]
    return item


parcels = {}


async def missing_entry_is_reported_by_another_error_bad(user_id, item):
    parcels[user_id] = item
    await price(item)
    if user_id in parcels:
        await price(item)
        try:
            del parcels[user_id]  # error: 16, SIS003, "parcels"
        except KeyError:
            raise RuntimeError(item) from None
    return item


wishes = {}


async def another_error_is_passed_over_bad(user_id, item):
    wishes[user_id] = item
    await price(item)
    if user_id in wishes:
        await price(item)
        try:
            del wishes[user_id]  # error: 16, SIS003, "wishes"
        except ValueError:
            pass
    return item


tables = {"open": {}}


async def entry_deleted_where_its_table_was_not_empty_bad(user_id, item):
    tables["open"][user_id] = item
    if not tables["open"]:
        return "nothing"
    await price(item)
    del tables["open"][user_id]  # error: 8, SIS003, "is tested, then removed after an await"
    return item


bills = {}


async def what_is_there_now_is_taken_ok(user_id, item):
    bills[user_id] = item
    await price(item)
    if user_id in bills:
        await price(item)
        bill = bills.pop(user_id, None)
        if bill is not None:
            await price(bill)
    return item


invoices = {}


async def what_was_there_is_taken_bad(user_id, item):
    invoices[user_id] = item
    await price(item)
    if user_id in invoices:
        await price(item)
        return invoices.pop(user_id)  # error: 15, SIS003, "is tested, then removed after an await"
    return item
