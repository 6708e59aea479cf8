"""What is made where a look-up fails is made by a test of the place as it is then, whatever was read before."""
import asyncio


async def fetched(code):
    await asyncio.sleep(0)
    return {"code": code, "title": f"title of {code}"}


class Film:
    def __init__(self, code):
        self.code = code
        self.title = ""

    def fill(self, data):
        self.title = data["title"]


films: dict[str, Film] = {}


def film_of(data):
    try:
        film = films[data["code"]]
    except KeyError:
        film = films[data["code"]] = Film(data["code"])
    film.fill(data)
    return film


async def looked_up_again_behind_the_await_ok(user_id, code):
    known = films.get(code)
    if known is None:
        known = film_of(await fetched(code))
    else:
        known.fill(await fetched(code))
    return known.title


stocks: dict[str, int] = {}


async def stock_counted_from_before_the_await_bad(user_id, code):
    known = stocks.get(user_id, 0)
    data = await fetched(code)
    stocks[user_id] = known + len(data["title"])  # error: 4, SIS003, "stocks[user_id]"
    return str(stocks[user_id])


rooms: dict[str, list[str]] = {}


async def made_where_the_look_up_failed_before_the_await_bad(user_id, code):
    try:
        room = rooms[user_id]
    except KeyError:
        await fetched(code)
        room = rooms[user_id] = []  # error: 15, SIS003, "rooms[user_id]"
    room.append(code)
    return " ".join(rooms[user_id])
