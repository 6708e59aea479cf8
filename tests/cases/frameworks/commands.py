"""Commands of a program on the command line, by the libraries that call them: one of them is called, once."""
import asyncio
import sys

import click
import cyclopts
import typer

app = cyclopts.App()
shell = typer.Typer()
chosen = []


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


asked = []


async def coroutine_beside_commands_bad(user_id):
    asked.append(user_id)  # error: 4, SIS001, "asked"
    await asyncio.sleep(0)
    return list(asked)
