"""A context manager of the project that has another one put things back: what nobody sees meanwhile is harmless."""
import asyncio
import contextlib
import io
import sys


@contextlib.contextmanager
def heard():
    with contextlib.redirect_stdout(io.StringIO()) as said:
        yield said


@contextlib.contextmanager
def overheard():
    with contextlib.redirect_stdout(io.StringIO()) as said:  # error: 9, SIS001, "sys.stdout"
        yield said


def murmur(text):
    sys.stdout.write(text)


async def rehearse(text):
    murmur(text)
    await asyncio.sleep(0)
    murmur(text)


async def output_of_others_while_they_run_bad(user_id, message):
    with overheard() as said:
        await rehearse(message)
    return said.getvalue()


async def nobody_runs_within_the_block_ok(user_id, message):
    with heard() as said:
        murmur(message)
    await asyncio.sleep(0)
    return said.getvalue()


async def nobody_runs_in_either_block_ok(user_id, message):
    with heard() as said:
        murmur(message)
    await asyncio.sleep(0)
    with heard() as answered:
        murmur(message)
    return said.getvalue() + answered.getvalue()


async def left_by_a_return_ok(user_id, message):
    await asyncio.sleep(0)
    with heard() as said:
        murmur(message)
        return said.getvalue()


@contextlib.contextmanager
def aside():
    with contextlib.redirect_stdout(io.StringIO()) as said:  # error: 9, SIS001, "sys.stdout"
        yield said


async def left_by_a_return_after_others_ran_bad(user_id, message):
    with aside() as said:
        await rehearse(message)
        return said.getvalue()
