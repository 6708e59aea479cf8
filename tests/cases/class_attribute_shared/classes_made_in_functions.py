"""A class that a function defines is another one at each call; one that is defined once is one for all."""
import asyncio


async def rest():
    await asyncio.sleep(0)


def sanitized(greet):
    class Mode:
        @staticmethod
        def leave(text):
            return text

    Mode.greet = greet
    return Mode


async def returned_to_the_caller_ok(name):
    mode = sanitized(name.upper)
    await rest()
    return mode.greet()


async def used_where_it_is_defined_ok(name):
    class Mode:
        words = []

    Mode.words.append(name)
    Mode.latest = name
    await rest()
    return " ".join([*Mode.words, Mode.latest])


def make():
    class Mode:
        words = []

    async def greeted(name):
        Mode.words.append(name)  # error: 8, SIS002, "Mode.words"
        await rest()
        return " ".join(Mode.words)

    return greeted


greet = make()


async def defined_once_for_all_bad(name):
    return await greet(name)
