"""An object of this file is handed to another, which hands it to a third: what that keeps on it is every user's."""
import asyncio

import steps


class Trip:
    def __init__(self):
        self.goal = None
        self.stops = {}


trip = Trip()


async def goal_kept_two_files_away_bad(user_id):
    steps.plan(trip, user_id)  # error: 4, SIS004, "sets 'Trip.goal'"
    await asyncio.sleep(0)
    return trip.goal


async def stop_of_each_user_two_files_away_ok(user_id):
    steps.stop(trip, user_id)
    await asyncio.sleep(0)
    return trip.stops[user_id]


async def trip_of_one_call_ok(user_id):
    own = Trip()
    steps.plan(own, user_id)
    await asyncio.sleep(0)
    return own.goal
