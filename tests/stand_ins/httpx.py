"""HTTPX, as far as cases need it: a client answers with the headers that went with what was asked."""
import asyncio


class Client:
    def __init__(self, headers=None):
        self.headers = dict(headers or {})
        self.auth = None

    def __enter__(self):
        return self

    def __exit__(self, *_exception):
        return None

    def get(self, path, headers=None):
        return path, sorted({**self.headers, **(headers or {})}.items()), self.auth


class AsyncClient(Client):
    async def get(self, path, headers=None):
        await asyncio.sleep(0)
        return super().get(path, headers)
