"""What every constructor stores alike in a container of its class is the same for all; what it is given is not."""
import asyncio


class Layout:
    packed = {}
    names = {}
    rows = {}

    def __init__(self, name=""):
        self.packed["head"] = ["left", "right"]
        self.packed["width"] = 80
        self.names["owner"] = name  # error: 8, SIS002, "Layout.names"
        self.rows["body"] = []

    def add(self, row):
        self.rows["body"].append(row)  # error: 8, SIS002, "Layout.rows"

    def shown(self):
        return " ".join(self.rows["body"])


async def parts_that_are_the_same_ok(user_id):
    return " ".join(Layout().packed["head"])


one = Layout()


async def name_of_another_instance_bad(user_id):
    Layout(user_id)
    await asyncio.sleep(0)
    return one.names["owner"]


async def rows_of_another_instance_bad(user_id, row):
    own = Layout()
    own.add(row)
    await asyncio.sleep(0)
    return one.shown()
