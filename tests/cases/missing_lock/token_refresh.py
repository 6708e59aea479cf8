"""A shared token is renewed from the old one: renewed twice, the second renewal spends what the first has made void."""
import asyncio


spent = set()


async def renew(token):
    """Stands in for a service that takes each token once."""
    await asyncio.sleep(0)
    if token in spent:
        raise ValueError("this token is void")
    spent.add(token)
    return token + 1


token = 1


async def renewed_without_lock_bad(user_id):
    global token
    token = await renew(token)  # error: 4, SIS003, "token"
    return user_id


token_under_lock = 1
token_lock = asyncio.Lock()


async def renewed_under_lock_ok(user_id):
    global token_under_lock
    async with token_lock:
        token_under_lock = await renew(token_under_lock)
    return user_id


access = {"token": 1, "spent": True}


async def renewed_when_spent_bad(user_id):
    if access["spent"]:
        access["token"] = await renew(access["token"])  # error: 8, SIS003, "access"
        access["spent"] = False
    return user_id


access_checked_twice = {"token": 1, "spent": True}
access_lock = asyncio.Lock()


async def renewed_when_still_spent_under_lock_ok(user_id):
    if access_checked_twice["spent"]:
        async with access_lock:
            if access_checked_twice["spent"]:
                access_checked_twice["token"] = await renew(access_checked_twice["token"])
                access_checked_twice["spent"] = False
    return user_id
