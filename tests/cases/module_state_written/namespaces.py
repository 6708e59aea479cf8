"""An attribute of a plain namespace in a module's variable is as shared as an entry of a dict."""
import argparse
import asyncio
from types import SimpleNamespace


async def rest():
    await asyncio.sleep(0)


state = SimpleNamespace(user=None, said=[])


async def attribute_of_a_namespace_bad(user_id):
    state.user = user_id  # error: 4, SIS001, "state.user"
    await rest()
    return state.user


async def list_in_a_namespace_bad(message):
    state.said.append(message)  # error: 4, SIS001, "state.said"
    await rest()
    return list(state.said)


given = argparse.Namespace(language="en", limit=3)


async def options_are_read_ok(user_id):
    await rest()
    return f"{given.language}: {user_id}"


async def namespace_of_the_call_ok(user_id):
    own = SimpleNamespace(user=None)
    own.user = user_id
    await rest()
    return own.user


guests = SimpleNamespace(by_id={})


async def by_key_in_a_namespace_ok(user_id, message):
    guests.by_id[user_id] = message
    await rest()
    return user_id
