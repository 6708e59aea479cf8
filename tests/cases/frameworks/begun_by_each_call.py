"""A handler that puts an empty container into a shared place, and goes on with it after others ran, may go on with that
of another call. A container that is emptied for all, filled for all or swapped in one step is no call's own."""
import asyncio
import re
from contextvars import ContextVar

from fastapi import FastAPI

masks = FastAPI()
NUMBER = re.compile("[A-Za-z]+")


async def rest():
    await asyncio.sleep(0)


class Masks:
    def __init__(self):
        self.hidden = {}

    def begin(self, hidden):
        self.hidden = hidden  # error: 8, SIS004, "Masks.hidden"

    def hide(self, text):
        hidden = self.hidden

        def mask(found):
            name = f"<{len(hidden)}>"
            hidden[name] = found.group(0)
            return name

        return NUMBER.sub(mask, text)

    def shown(self):
        return sorted(self.hidden.values())


all_masks = Masks()


@masks.post("/hide")
async def filled_by_what_a_pattern_calls_bad(user, text):
    all_masks.begin({})
    all_masks.hide(text)
    await rest()
    return all_masks.shown()


class Sheet:
    def __init__(self):
        self.cells = {}

    def clear(self):
        self.cells = {}  # error: 8, SIS004, "Sheet.cells"


sheet = Sheet()


@masks.post("/sheet")
async def filled_under_its_own_names_bad(user, text):
    sheet.clear()
    sheet.cells[user] = text
    await rest()
    return sorted(sheet.cells.values())


class StandIn:
    """The context variable is what counts; the attribute stands in for it where there is none."""

    own = ContextVar("own", default=None)

    def __init__(self):
        self.latest = None

    def begin(self, words):
        self.latest = words  # error: 8, SIS004, "StandIn.latest"

    def words(self):
        words = self.own.get()
        if words is None:
            words = self.latest
        return words if words is not None else {}


stand_in = StandIn()


@masks.post("/stand-in")
async def stands_in_for_a_context_variable_bad(user, text):
    stand_in.begin({})
    stand_in.words()[user] = text
    await rest()
    return sorted(stand_in.words().values())


class Board:
    def __init__(self):
        self.notes = {}

    def clear(self):
        self.notes = {}


board = Board()


@masks.post("/board")
async def board_of_all_ok(user, text):
    board.notes[user] = text
    await rest()
    return "noted"


@masks.delete("/board")
async def emptied_for_all_ok(user, text):
    board.clear()
    await rest()
    return "empty"


class Prices:
    def __init__(self):
        self.known = {}


prices = Prices()


@masks.post("/prices")
async def filled_for_all_ok(user, text):
    prices.known = {}
    for each in ("bread", "milk"):
        prices.known[each] = len(each)
    await rest()
    return sorted(prices.known)


class Outbox:
    def __init__(self):
        self.waiting = []

    def drain(self):
        waiting = self.waiting
        self.waiting = []
        return len(waiting)


outbox = Outbox()


@masks.post("/drain")
async def swapped_in_one_step_ok(user, text):
    outbox.drain()
    await rest()
    return "sent"


class Scratch:
    def __init__(self):
        self.words = {}


scratch = Scratch()


@masks.post("/scratch")
async def done_before_others_run_ok(user, text):
    scratch.words = {}
    scratch.words[user] = text
    found = sorted(scratch.words.values())
    await rest()
    return found


class Folder:
    def __init__(self):
        self.pages = {}


@masks.post("/folder")
async def object_of_the_call_ok(user, text):
    folder = Folder()
    folder.pages = {}
    folder.pages[user] = text
    await rest()
    return sorted(folder.pages.values())


drawers = {}


@masks.post("/drawer")
async def container_under_a_key_ok(user, text):
    drawers[user] = {}
    drawers[user]["text"] = text
    await rest()
    return user


class Round:
    """One game for all players: whoever begins a new one empties it for all, and all enter it."""

    def __init__(self):
        self.players = []

    def begin(self):
        self.players = []

    def enter(self, player):
        if player not in self.players:
            self.players.append(player)


game = Round()


# not executed: who plays is meant to be seen by all
@masks.post("/round/begin")
async def emptied_for_all_and_filled_by_all_ok(player):
    game.begin()
    game.enter(player)
    await rest()
    return len(game.players)


# not executed: who plays is meant to be seen by all
@masks.post("/round/join")
async def entered_beside_others_ok(player):
    game.enter(player)
    return len(game.players)
