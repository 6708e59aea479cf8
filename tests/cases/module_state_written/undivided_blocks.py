"""What a context manager sets for a block, no other task sees where the block does not pause."""
import asyncio
from contextlib import contextmanager

mode = "server"


@contextmanager
def set_mode(value):
    global mode
    before = mode
    mode = value
    try:
        yield
    finally:
        mode = before


def render(page, value):
    with set_mode(value):
        return page.format(mode)


# not executed: a request is an object of a framework
async def block_without_a_pause_ok(request):
    return render(request.page, request.mode)


style = "plain"


@contextmanager
def set_style(value):
    global style
    before = style
    style = value  # error: 4, SIS001, "style"
    try:
        yield
    finally:
        style = before


async def block_with_a_pause_bad(page, value):
    with set_style(value):
        await asyncio.sleep(0)
        return page.format(style)
