"""Keys that calls put together are sent with the next request, which takes them all; keys that stay show up again."""
import asyncio


class Client:
    def __init__(self):
        self._keys = None
        self._request = None

    async def gather(self, keys):
        if self._request is not None:
            self._keys |= set(keys)
            found = await self._request
        else:
            self._keys = set()
            self._keys.update(keys)
            self._request = asyncio.ensure_future(self._send())
            found = await self._request
        return sorted(found[each] for each in keys)

    async def _send(self):
        await asyncio.sleep(0)
        keys = list(self._keys)
        self._keys = None
        self._request = None
        return {each: each.upper() for each in keys}


client = Client()


async def keys_sent_with_those_of_others_ok(key):
    return await client.gather([key])


class Cart:
    def __init__(self):
        self._keys = set()

    async def gather(self, keys):
        self._keys |= set(keys)  # error: 8, SIS004, "_keys"
        await asyncio.sleep(0)
        return await self._send()

    async def _send(self):
        return sorted(self._keys)


cart = Cart()


async def keys_that_stay_bad(key):
    return await cart.gather([key])
