"""An object that a provider makes for each request may keep one that all requests have: what it does to that reaches
everybody."""
import asyncio

from fastapi import Depends, FastAPI

market = FastAPI()


async def rest():
    await asyncio.sleep(0)


class Basket:
    def __init__(self):
        self.goods = []


class Counter:
    def __init__(self, basket):
        self.basket = basket


shop = Basket()


def get_basket():
    return shop


def get_counter(basket: Basket = Depends(get_basket)):
    return Counter(basket)


@market.post("/pay")
async def provider_that_is_given_the_shared_object_bad(buyer, thing, counter: Counter = Depends(get_counter)):
    counter.basket.goods.append(thing)  # error: 4, SIS004, "Basket.goods"
    await rest()
    return list(counter.basket.goods)


stock = []


class Shelf:
    def __init__(self, things):
        self.things = things

    def put(self, thing):
        self.things.append(thing)  # error: 8, SIS001, "stock"


def get_shelf():
    return Shelf(stock)


@market.post("/shelf")
async def provider_that_names_the_list_bad(buyer, thing, shelf: Shelf = Depends(get_shelf)):
    shelf.put(thing)
    await rest()
    return list(shelf.things)


class Board:
    def __init__(self, things):
        self.things = things

    def put(self, thing):
        self.things.append(thing)


def get_board():
    return Board([])


@market.post("/board")
async def object_with_a_list_of_its_own_ok(buyer, thing, board: Board = Depends(get_board)):
    board.put(thing)
    await rest()
    return list(board.things)


samples = ["apple"]


class Tray:
    def __init__(self, things):
        self.things = list(things)

    def put(self, thing):
        self.things.append(thing)


def get_tray():
    return Tray(samples)


@market.post("/tray")
async def object_that_copies_what_it_is_given_ok(buyer, thing, tray: Tray = Depends(get_tray)):
    tray.put(thing)
    await rest()
    return list(tray.things)


PRICES = {"apple": 1}


class Till:
    def __init__(self, prices):
        self.prices = prices
        self.sum = 0

    def add(self, thing):
        self.sum += self.prices.get(thing, 2)


def get_till():
    return Till(PRICES)


@market.post("/till")
async def object_that_reads_what_it_is_given_ok(buyer, thing, till: Till = Depends(get_till)):
    till.add(thing)
    await rest()
    return till.sum


class Accounts:
    def __init__(self):
        self.owed = {}


class Ledger:
    def __init__(self, accounts):
        self.accounts = accounts

    def owe(self, buyer, thing):
        self.accounts.owed.setdefault(buyer, []).append(thing)


accounts = Accounts()


def get_accounts():
    return accounts


def get_ledger(kept: Accounts = Depends(get_accounts)):
    return Ledger(kept)


@market.post("/owe")
async def entries_of_one_buyer_each_ok(session_id, thing, ledger: Ledger = Depends(get_ledger)):
    ledger.owe(session_id, thing)
    return thing in ledger.accounts.owed[session_id]
