"""What is collected until there is enough of it, and then handed on, is no session's; a history is, however short."""
import asyncio


async def stored(rows):
    await asyncio.sleep(0)
    return len(rows)


class Ledger:
    def __init__(self):
        self.rows = []

    async def record(self, row):
        self.rows.append(row)
        if len(self.rows) >= 3:
            rows = self.rows
            self.rows = []
            await stored(rows)


ledger = Ledger()


async def rows_stored_when_there_are_enough_ok(user_id, message):
    await ledger.record(f"{user_id} {message}")
    return message


async def summary(turns):
    await asyncio.sleep(0)
    return " ".join(turns)


class Desk:
    def __init__(self):
        self.turns = []

    async def talk(self, turn):
        self.turns.append(turn)  # error: 8, SIS004, "Desk.turns"
        said = await summary(self.turns)
        if len(self.turns) >= 3:
            self.turns = []
        return said


desk = Desk()


async def turns_dropped_when_there_are_enough_bad(user_id, message):
    return await desk.talk(message)
