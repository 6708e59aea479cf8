"""Attributes that one method resets together hold one use of the object: an object for each use mends all of them."""
import asyncio


class Recorder:
    """Records one request at a time."""

    def __init__(self):
        self.user = None
        self.said = []
        self.answers = []

    def clear(self):
        self.user = None
        self._clear_texts()

    def _clear_texts(self):
        self.said.clear()
        self.answers = []

    def begin(self, user):
        self.clear()
        self.user = user  # error: 8, SIS004, "'Recorder.user'"

    def say(self, message):
        self.said.append(message)

    def answer(self, message):
        self.answers.append(message)

    def text(self):
        return f"{self.user}: {self.said} {self.answers}"


recorder = Recorder()


async def recorded_in_parts_bad(user, message):
    recorder.begin(user)
    recorder.say(message)
    await asyncio.sleep(0)
    recorder.answer(message)
    return recorder.text()


async def recorded_by_its_own_recorder_ok(user, message):
    own = Recorder()
    own.begin(user)
    own.say(message)
    await asyncio.sleep(0)
    own.answer(message)
    return own.text()


class Desk:
    """Keeps a user and notes, which have nothing to do with one another."""

    def __init__(self):
        self.user = None
        self.notes = []

    def greet(self, user):
        self.user = user  # error: 8, SIS004, "'Desk.user'"

    def note(self, message):
        self.notes.append(message)  # error: 8, SIS004, "'Desk.notes'"

    def leave(self):
        self.user = None

    def tidy(self):
        self.notes.clear()


desk = Desk()


async def reset_apart_bad(user, message):
    desk.greet(user)
    desk.note(message)
    await asyncio.sleep(0)
    return desk.user, list(desk.notes)
