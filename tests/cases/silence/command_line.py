"""A program on the command line: one user, one process, plain functions and one event loop."""
import argparse
import asyncio
import os

options = {}
log = []


# not executed: it reads the command line and runs once
def parse_ok(arguments):
    parser = argparse.ArgumentParser()
    parser.add_argument("name")
    options.update(vars(parser.parse_args(arguments)))
    os.environ["GREETED"] = options["name"]
    log.append(options["name"])


# not executed: the command runs it once
async def greet_ok(name):
    log.append(name)
    await asyncio.sleep(0)
    print("Hello", ", ".join(log), os.environ["GREETED"])


# not executed: the parser gives it to whoever runs the command
async def chosen_command_ok(name):
    options["name"] = name
    await asyncio.sleep(0)
    print(options["name"])


def parser_of_commands():
    parser = argparse.ArgumentParser()
    parser.set_defaults(run=chosen_command_ok)
    return parser


def main(arguments=None):
    parse_ok(arguments)
    asyncio.run(greet_ok(options["name"]))


if __name__ == "__main__":
    main()
