"""A connection that must be there to go on is no sign that what is kept beside it was missing."""
import asyncio


def one_for_all(cls):
    """What somebody may do in another file."""
    return eval("cls")()


class Line:
    def __init__(self):
        self.dialled = None
        self.asker = ""

    async def dial(self, connection):
        self.dialled = connection
        self.asker = "nobody"

    async def ask(self, question):
        if self.dialled is None:
            raise ConnectionError("not dialled")
        self.asker = question.upper()  # error: 8, SIS104, "'ask' sets 'Line.asker'"
        await asyncio.sleep(0)
        return self.asker


line = one_for_all(Line)


async def kept_beside_a_connection_bad(user):
    line.dialled = True
    return await line.ask(user)


class Board:
    def __init__(self):
        self.is_old = True
        self.text = ""

    async def wipe(self):
        self.is_old = True
        self.text = ""

    async def read(self, connection):
        if not self.is_old:
            return self.text
        self.is_old = False
        self.text = str(connection)
        return self.text


board = one_for_all(Board)


async def filled_where_it_was_out_of_date_ok(user):
    return await board.read("tide tables")
