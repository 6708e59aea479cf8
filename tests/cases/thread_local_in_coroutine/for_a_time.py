"""What is set for the time of a call or a block is in force for whoever runs meanwhile."""
import asyncio
import functools
import threading
from contextlib import contextmanager

traced = threading.local()


class Span:
    """One call, and the one around it."""

    def __init__(self, around, name):
        self.around = around
        self.name = name


def current_span():
    return getattr(traced, "span", None)


def trace(function):
    @functools.wraps(function)
    async def wrapper(user):
        before = getattr(traced, "span", None)
        traced.span = Span(before, user)  # error: 8, SIS007, "'wrapper' sets 'traced.span'"
        try:
            return await function(user)
        finally:
            traced.span = before
    return wrapper


@trace
async def work(user):
    await asyncio.sleep(0)
    return current_span().name


async def decorator_that_sets_and_restores_bad(user):
    return await work(user)


scoped = threading.local()


@contextmanager
def scope(user):
    before = getattr(scoped, "user", None)
    scoped.user = user  # error: 4, SIS007, "'scope' sets 'scoped.user'"
    try:
        yield
    finally:
        scoped.user = before


def user_in_force():
    return scoped.user


async def block_with_a_pause_bad(user):
    with scope(user):
        await asyncio.sleep(0)
        return user_in_force()


silenced = threading.local()


@contextmanager
def quiet():
    silenced.on = True  # error: 4, SIS007, "'quiet' sets 'silenced.on'"
    try:
        yield
    finally:
        silenced.on = False


def told(message):
    if getattr(silenced, "on", False):
        return ""
    return message


async def flag_for_a_block_bad(user, message):
    said = told(message)
    with quiet():
        await asyncio.sleep(0)
    return said


brief = threading.local()


@contextmanager
def briefly(user):
    before = getattr(brief, "user", None)
    brief.user = user
    try:
        yield
    finally:
        brief.user = before


def user_for_a_moment():
    return brief.user


async def block_without_a_pause_ok(user):
    with briefly(user):
        found = user_for_a_moment()
    await asyncio.sleep(0)
    return found


counted = threading.local()


async def statistics_that_nobody_uses_ok(user):
    counted.started = True
    await asyncio.sleep(0)
    counted.started = False
    return user


async def handed_on_as_an_argument_ok(user):
    span = Span(None, user)
    await asyncio.sleep(0)
    return span.name
