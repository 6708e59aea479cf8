"""An object that is made where it was missing is filled by the one who makes it, but not with what belongs to a user."""
import asyncio

from fastapi import FastAPI

app = FastAPI()


async def rest():
    await asyncio.sleep(0)


class Notes:
    def __init__(self, lines=None):
        self.lines = lines


class Board:
    def __init__(self):
        self.notes = None
        self.user = None


board = Board()
hall = Board()


@app.post("/fill/{user_id}")
async def filled_where_it_was_missing_ok(user_id):
    global board
    if board is None:
        made = Board()
        board = made
        notes = Notes(lines=None)
        board.notes = notes
    await rest()
    return board.notes is None


@app.get("/board/{user_id}")
def shown_ok(user_id):
    return board.notes


@app.post("/keep/{user_id}")
async def kept_for_the_first_user_bad(user_id):
    global hall
    if hall.user is None:
        made = Board()
        hall = made
        hall.user = user_id  # error: 8, SIS004, "user"
    await rest()
    return hall.user
