"""Methods that a program finds by the beginning of their names."""
import asyncio

from fastapi import FastAPI

app = FastAPI()


async def rest():
    await asyncio.sleep(0)


class Board:
    def __init__(self):
        self.writer = ""
        self.writers = {}

    async def serve(self, kind, user):
        method = getattr(self, "on_" + kind)
        return await method(user)

    async def ask(self, kind, user):
        return await getattr(self, f"ask_{kind}")(user)

    async def on_write(self, user):
        self.writer = user  # error: 8, SIS004, "'Board.writer'"
        await rest()
        return self.writer

    async def on_wipe(self, user):
        await rest()
        return "wiped"

    async def ask_writer(self, user):
        self.writers[user] = user
        await rest()
        return self.writers[user]


board = Board()


@app.post("/board")
async def method_by_the_beginning_of_its_name_bad(user):
    return await board.serve("write", user)


@app.post("/writer")
async def method_that_keeps_by_user_ok(user):
    return await board.ask("writer", user)
