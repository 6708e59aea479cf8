"""uvicorn, as far as cases need it to be imported: a server that serves nobody."""
import asyncio


class Config:
    def __init__(self, app, **options):
        self.app = app
        self.options = options


class Server:
    def __init__(self, config):
        self.config = config

    async def serve(self):
        await asyncio.sleep(0)
