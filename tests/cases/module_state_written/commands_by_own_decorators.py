"""A decorator of the project may make a coroutine a command of a program, or run it in a loop of its own."""
import asyncio
from functools import wraps

import click
from fastapi import FastAPI

app = FastAPI()


@click.group()
def program():
    pass


program.command = click.command

settings = {"server": ""}
names = []


def command():
    def decorator(function):
        @wraps(function)
        def wrapper(*arguments):
            return asyncio.run(function(*arguments))

        return program.command()(wrapper)

    return decorator


def passed_on(function):
    return click.command()(wraps(function)(lambda *arguments: asyncio.run(function(*arguments))))


def in_own_loop(function):
    @wraps(function)
    def wrapper(*arguments):
        return asyncio.run(function(*arguments))

    return wrapper


async def saved(text):
    await asyncio.sleep(0)
    return text


# not executed: a program that one person calls runs it
@command()
async def command_ok(server):
    settings["server"] = server
    await saved(server)
    return settings["server"]


# not executed: a program that one person calls runs it
@passed_on
async def command_without_a_wrapper_ok(server):
    settings["server"] = f"not {server}"
    await saved(server)
    return settings["server"]


class Tool:
    registered = {}

    def tool(self, function):
        self.registered[function.__name__] = function
        return function


tools = Tool()


# not executed: whoever calls it, it runs in a loop of its own
@tools.tool
@in_own_loop
async def run_by_a_loop_of_its_own_ok(text):
    names.append(text)
    return ", ".join(names)


def endpoint(path):
    def decorator(function):
        @wraps(function)
        async def wrapper(*arguments):
            return await function(*arguments)

        return app.post(path)(wrapper)

    return decorator


said = []


@endpoint("/say")
async def say(text):
    said.append(text)  # error: 4, SIS001, "said"
    await asyncio.sleep(0)
    return ", ".join(said)


async def own_decorator_of_a_web_application_bad(user_id, message):
    return await say(message)
