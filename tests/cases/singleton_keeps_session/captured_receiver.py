"""A method hands its object to a function whose nested function keeps a session's data on it."""
import asyncio


async def rest():
    await asyncio.sleep(0)


class Radio:
    def __init__(self):
        self.station = None
        self.stations = {}

    async def tune(self, user, wish):
        return await tuned(self, wish)

    async def tune_for(self, user, wish):
        return await tuned_for(self, user, wish)


async def tuned(radio, wish):
    async def turn():
        radio.station = wish  # error: 8, SIS004, "'Radio.station'"

    await turn()
    await rest()
    return radio.station


async def tuned_for(radio, user, wish):
    async def turn():
        radio.stations[user] = wish

    await turn()
    await rest()
    return wish


radio = Radio()


async def one_station_for_all_bad(user_id, message):
    return await radio.tune(user_id, message)


async def a_station_for_each_ok(user_id, message):
    return await radio.tune_for(user_id, message)
