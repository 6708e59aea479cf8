"""Tables that are only read, and registries that are filled while the module is imported."""
import asyncio
from typing import ClassVar

PRICES = {"bread": 3, "milk": 1}
GREETINGS = ["Hello", "Good day"]
commands = {}
hooks = []
names = set()


async def table_looked_up_ok(user_id, item):
    await asyncio.sleep(0)
    return PRICES.get(item, 0)


async def list_walked_through_ok(user_id):
    said = []
    for greeting in GREETINGS:
        await asyncio.sleep(0)
        said.append(f"{greeting} {user_id}")
    return said


def command(function):
    commands[function.__name__] = function
    names.add(function.__name__)
    return function


def on_message(function):
    hooks.append(function)
    return function


def named_command(name):
    def register(function):
        commands[name] = function
        return function

    return register


@command
async def upper(message):
    await asyncio.sleep(0)
    return message.upper()


@named_command("lower")
async def to_lower(message):
    await asyncio.sleep(0)
    return message.lower()


@on_message
async def repeat(message):
    await asyncio.sleep(0)
    return message


async def command_looked_up_ok(user_id, message):
    return await commands["upper"](message)


async def hooks_run_ok(user_id, message):
    for hook in hooks:
        message = await hook(message)
    return message


class Registry:
    kinds: ClassVar[dict] = {}

    @classmethod
    def add(cls, kind):
        cls.kinds[kind.__name__] = kind
        return kind


@Registry.add
class Circle:
    def __init__(self, name):
        self.name = name


async def kind_looked_up_ok(user_id):
    return Registry.kinds["Circle"](user_id).name


for _greeting in GREETINGS:
    commands[_greeting] = str.strip


async def filled_by_a_loop_of_the_module_ok(user_id, message):
    await asyncio.sleep(0)
    return commands["Hello"](message)
