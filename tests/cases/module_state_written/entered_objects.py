"""An object that is entered runs methods of its class: what they set is there while the block runs."""
import asyncio
import contextlib


async def look_up(name):
    await asyncio.sleep(0)
    return f"card of {name}"


acting = None


class Acting:
    def __init__(self, user):
        self.user = user

    def __enter__(self):
        global acting
        acting = self  # error: 8, SIS001, "acting"
        return self

    def __exit__(self, *exc):
        global acting
        acting = None


async def _card_of_who_acts():
    await look_up("desk")
    return acting.user if acting else "nobody"


async def current_for_a_block_bad(user_id):
    with Acting(user_id):
        return await _card_of_who_acts()


speaking = None


class Speaking:
    def __init__(self, user):
        self.user = user

    async def __aenter__(self):
        global speaking
        await look_up(self.user)
        speaking = self.user  # error: 8, SIS001, "speaking"

    async def __aexit__(self, *exc):
        global speaking
        speaking = None


async def _speaker():
    await look_up("hall")
    return speaking


async def current_for_an_async_block_bad(user_id):
    async with Speaking(user_id):
        return await _speaker()


reading = None


class Reading:
    def __init__(self, user):
        self.user = user
        self.before = None

    def __enter__(self):
        global reading
        self.before = reading
        reading = self.user

    def __exit__(self, *exc):
        global reading
        reading = self.before


def _reader():
    return f"read by {reading}"


async def put_back_before_anybody_runs_ok(user_id):
    with Reading(user_id):
        page = _reader()
    await look_up(user_id)
    return page


class Own:
    def __init__(self, user):
        self.user = user

    def __enter__(self):
        self.seen = [self.user]
        return self

    def __exit__(self, *exc):
        self.seen.clear()


async def state_of_the_entered_object_ok(user_id):
    with Own(user_id) as own:
        card = await look_up(own.user)
        own.seen.append(card)
        return list(own.seen)


listed = []


class Listed:
    def __init__(self, user):
        self.user = user

    def __enter__(self):
        listed.append(self.user)  # error: 8, SIS001, "listed"
        return listed

    def __exit__(self, *exc):
        return None


async def grown_by_entering_bad(user_id):
    with Listed(user_id) as everybody:
        await look_up(user_id)
        return list(everybody)


stacked = None


class Stacked:
    def __init__(self, user):
        self.user = user

    def __enter__(self):
        global stacked
        stacked = self.user

    def __exit__(self, *exc):
        return None


async def _who_is_stacked():
    await look_up("desk")
    return stacked


# missed: the exit of what an exit stack enters is not followed
async def missed_entered_by_a_stack_bad(user_id):
    with contextlib.ExitStack() as stack:
        stack.enter_context(Stacked(user_id))
        return await _who_is_stacked()
