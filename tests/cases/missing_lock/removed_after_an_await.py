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


class Tables:
    def __init__(self):
        self.guests = {}

    def clear_away(self, minute):
        for table in [table for table, (_, since) in self.guests.items() if since < minute]:
            guest, _ = self.guests.pop(table)
            guest.append("left")

    def is_taken(self, table, minute):
        self.clear_away(minute)
        return any(each == table for each in self.guests)

    def seat(self, table, guest, minute):
        self.clear_away(minute)
        self.guests[table] = guest, minute


hall = Tables()


async def keys_found_in_the_same_step_ok(user_id, item):
    if hall.is_taken(item, 3):
        return "taken"
    await price(item)
    hall.seat(item, [user_id], 4)
    return item


garden = {}


async def keys_found_before_the_pause_bad(table, item):
    garden[table] = item
    taken = list(garden)
    await price(item)
    for each in taken:
        if each == table:
            return garden.pop(each)  # error: 19, SIS003, "is tested, then removed after an await"
    return item
