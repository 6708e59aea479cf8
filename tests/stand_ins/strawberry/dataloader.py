"""A loader remembers what it has loaded."""


class DataLoader:
    def __init__(self, load_fn, cache=True):
        self.load_fn = load_fn
        self.cache = cache
        self.loaded = {}

    async def load(self, key):
        if not self.cache:
            return (await self.load_fn([key]))[0]
        if "rows" not in self.loaded:
            self.loaded["rows"] = (await self.load_fn([key]))[0]
        return self.loaded["rows"]
