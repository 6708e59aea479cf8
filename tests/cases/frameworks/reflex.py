"""Reflex: a state with its lists belongs to one session; the module's variables are everybody's."""
import asyncio
from typing import ClassVar

import reflex as rx


class Chat(rx.State):
    said: list = []
    spoken = []

    def say(self, message):
        self.said.append(message)
        self.spoken.append(message)
        return self.said, self.spoken


def kept_in_the_state_ok(user, message):
    return Chat().say(message)


history = []


class Board(rx.State):
    def note(self, message):
        history.append(message)  # error: 8, SIS001, "history"
        return list(history)


def event_bad(user, message):
    return Board().note(message)


total = 0


class Counter(rx.State):
    @rx.event(background=True)
    async def count(self):
        global total
        before = total
        await asyncio.sleep(0)
        total = before + 1  # error: 8, SIS003, "total"


async def event_in_the_background_bad(user):
    return await Counter().count()


class Everywhere(rx.State):
    said: ClassVar[list] = []

    def shout(self, message):
        self.said.append(message)  # error: 8, SIS002, "Everywhere.said"
        return list(self.said)


def kept_on_the_class_bad(user, message):
    return Everywhere().shout(message)


visits = 0


class Visits(rx.State):
    def visit(self):
        global visits
        before = visits
        visits = before + 1


async def plain_event_counts_on_the_loop_ok(user):
    await asyncio.sleep(0)
    return Visits().visit()
