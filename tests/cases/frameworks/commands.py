"""Commands of a program on the command line, by the libraries that call them: one of them is called, once."""
import asyncio
import functools
import sys

import click
import cyclopts
import typer

app = cyclopts.App()
shell = typer.Typer()
chosen = []
told = []


# not executed: the command line calls it, once
@app.command
async def run_ok(*arguments):
    sys.argv = [sys.argv[0], *arguments]
    chosen.append(arguments)
    await asyncio.sleep(0)
    return list(chosen)


# not executed: the command line calls it, once
@shell.command()
async def serve_ok(host):
    chosen.append(host)
    await asyncio.sleep(0)
    return list(chosen)


# not executed: the command line calls it, once
@click.command()
def start_ok(name):
    asyncio.run(start(name))


async def start(name):
    chosen.append(name)
    await asyncio.sleep(0)
    print(chosen)


@click.group()
def tools():
    pass


# not executed: the command line calls it, once
@tools.command()
def look_ok(name):
    asyncio.run(looked(name))


async def looked(name):
    chosen.append(name)
    await asyncio.sleep(0)
    print(chosen)


def coroutine_command(function):
    @functools.wraps(function)
    def wrapper(*arguments):
        return asyncio.run(function(*arguments))

    return tools.command()(wrapper)


def with_line(function):
    @functools.wraps(function)
    async def wrapper(*arguments):
        return await function(*arguments)

    return wrapper


# not executed: the command line calls it, once
@coroutine_command
@with_line
async def told_to_look_ok(name):
    chosen.append(name)
    await asyncio.sleep(0)
    return list(chosen)


@with_line
async def told_by_users_bad(user_id):
    told.append(user_id)  # error: 4, SIS001, "told"
    await asyncio.sleep(0)
    return list(told)


asked = []


async def coroutine_beside_commands_bad(user_id):
    asked.append(user_id)  # error: 4, SIS001, "asked"
    await asyncio.sleep(0)
    return list(asked)
