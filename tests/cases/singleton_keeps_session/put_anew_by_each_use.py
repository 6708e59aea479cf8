"""Where each use puts an object of its own into one attribute of all, that is the bug: what is in the object is no
other."""
import asyncio


class Draft:
    def __init__(self, title):
        self.title = title
        self.words = []

    def add(self, word):
        self.words.append(word)

    def __repr__(self):
        return " ".join([self.title, *self.words])


class Desk:
    def __init__(self):
        self.draft = Draft("none")

    async def begin(self, title):
        self.draft = Draft(title)  # error: 8, SIS004, "'Desk.draft'"
        await asyncio.sleep(0)

    async def write(self, word):
        self.draft.add(word)
        await asyncio.sleep(0)
        return str([self.draft])


desk = Desk()


async def draft_of_each_use_bad(title, word):
    await desk.begin(title)
    return await desk.write(word)


class Pad:
    def __init__(self):
        self.words = []

    def add(self, word):
        self.words.append(word)  # error: 8, SIS004, "'Pad.words'"


class Office:
    def __init__(self):
        self.pad = Pad()

    async def note(self, word):
        self.pad.add(word)
        await asyncio.sleep(0)
        return " ".join(self.pad.words)


office = Office()


async def pad_of_all_bad(word):
    return await office.note(word)


class Sheet:
    def __init__(self, title):
        self.title = title
        self.words = []

    def add(self, word):
        self.words.append(word)


class Table:
    async def write(self, title, word):
        sheet = Sheet(title)
        await asyncio.sleep(0)
        sheet.add(word)
        return " ".join([sheet.title, *sheet.words])


table = Table()


async def sheet_of_a_call_ok(title, word):
    return await table.write(title, word)


class Roll:
    def __init__(self):
        self.words = []

    def add(self, word):
        self.words.append(word)  # error: 8, SIS004, "'Roll.words'"


class School:
    def __init__(self):
        self.roll = Roll()

    async def note(self, word):
        self.roll.add(word)
        await asyncio.sleep(0)
        return " ".join(self.roll.words)

    async def reset(self):
        self.roll = Roll()


school = School()


async def roll_until_a_reset_bad(word):
    return await school.note(word)


async def reset_ok(word):
    await school.reset()
    return word
