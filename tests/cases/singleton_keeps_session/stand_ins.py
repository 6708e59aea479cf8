"""A function that makes an object gives a constant one where there is none; callers tell the two apart."""
import asyncio


async def rest():
    await asyncio.sleep(0)


class Answer:
    def __init__(self, is_last, text):
        self.is_last = is_last
        self.text = text


NOT_YET = Answer(False, "")


async def answer_to(words):
    if not words:
        return NOT_YET
    await rest()
    return Answer(True, words)


async def constant_for_none_ok(name, words="hello"):
    answer = await answer_to(words)
    if not answer.is_last:
        return ""
    answer.text = f"{name}: {answer.text}"
    await rest()
    return answer.text


class Board:
    def __init__(self, owner):
        self.owner = owner
        self.notes = []


BOARDS = {"Ann": Board("Ann")}
BOARD_FOR_GUESTS = Board("guest")


def board_of(name):
    if name in BOARDS:
        return BOARDS[name]
    return BOARD_FOR_GUESTS


async def one_object_for_some_bad(name):
    board = board_of(name)
    board.owner = name  # error: 4, SIS004, "'Board.owner'"
    await rest()
    return board.owner


class Radio:
    def __init__(self):
        self.station = "news"

    async def listen(self, wish):
        return await played(self.station, wish)


async def played(station, wish):
    async def play():
        nonlocal station
        await rest()
        if wish:
            station = f"{station} and {wish}"
        await rest()
        return station

    return await play()


radio = Radio()


async def captured_parameter_bound_anew_ok(wish):
    return await radio.listen(wish)
