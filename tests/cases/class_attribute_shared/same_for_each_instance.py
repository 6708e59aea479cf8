"""What every constructor stores alike in a container of its class is the same for all; what it is given is not."""
import asyncio


class Grid:
    packed = {}

    def __init__(self):
        self.packed["head"] = ["left", "right"]
        self.packed["width"] = 80


async def parts_that_are_the_same_ok(user_id):
    return " ".join(Grid().packed["head"])


class Layout:
    names = {}

    def __init__(self, name=""):
        self.names["owner"] = name  # error: 8, SIS002, "Layout.names"


one = Layout()


async def name_of_another_instance_bad(user_id):
    Layout(user_id)
    await asyncio.sleep(0)
    return one.names["owner"]


class Table:
    rows = {}

    def __init__(self):
        self.rows["body"] = []

    def add(self, row):
        self.rows["body"].append(row)  # error: 8, SIS002, "Table.rows"

    def shown(self):
        return " ".join(self.rows["body"])


first = Table()


async def rows_of_another_instance_bad(user_id, row):
    own = Table()
    own.add(row)
    await asyncio.sleep(0)
    return first.shown()
