"""What a handler leads to in another file may set a variable of a library that only that file imports."""
import asyncio

from vault import own_client, set_limit, sign_in, signature


async def rest():
    await asyncio.sleep(0)


async def library_signs_for_the_last_bad(user_id):
    sign_in(user_id)  # error: 4, SIS001, "http.client.token"
    await rest()
    return signature()


async def library_is_told_its_limit_ok(user_id):
    limit = set_limit()
    await rest()
    return f"{user_id}: {limit}"


async def client_of_one_call_ok(user_id):
    client = own_client(user_id)
    await rest()
    return client.token
