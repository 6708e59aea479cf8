"""What lies deeper than can be told apart: one place is tested, another one changed."""
import asyncio


async def price(item):
    await asyncio.sleep(0)
    return len(item)


class Function:
    def __init__(self):
        self.is_batched = False
        self.runs = 0


class Config:
    def __init__(self):
        self.functions = {"price": Function()}


class Blocks:
    def __init__(self):
        self.config = Config()


class App:
    def __init__(self):
        self.blocks = Blocks()


class Server:
    def __init__(self):
        self.app = App()


server = Server()


async def one_attribute_tested_another_counted_ok(user_id, item):
    function = server.app.blocks.config.functions["price"]
    if not function.is_batched:
        await price(item)
        function.runs += 1
    return item


async def read_before_the_await_and_written_after_it_near_bad(user_id, item):
    before = server.count if hasattr(server, "count") else 0
    await price(item)
    server.count = before + 1  # error: 4, SIS003, "count"
    return server.count
