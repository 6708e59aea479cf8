"""A nested function captures another name for an attribute's object, or what a method gives: it changes that object."""
import asyncio


async def each_word(text, take):
    for word in text.split():
        await asyncio.sleep(0)
        take(word)


class Notes:
    def __init__(self):
        self.lines = []

    async def write(self, text):
        lines = self.lines

        def take(word):
            lines.append(word)  # error: 12, SIS004, "Notes.lines"

        await each_word(text, take)
        return list(self.lines)


notes = Notes()


async def list_of_an_object_bad(user_id, message):
    return await notes.write(message)


class Sheet:
    def __init__(self):
        self.words = []

    def found(self):
        words = self.words
        return words if words is not None else []

    async def write(self, text):
        words = self.found()

        def take(word):
            words.append(word)  # error: 12, SIS004, "Sheet.words"

        await each_word(text, take)
        return list(self.words)


sheet = Sheet()


async def list_that_a_method_gives_bad(user_id, message):
    return await sheet.write(message)


class Page:
    def __init__(self):
        self.words = []
        self.texts = {}

    async def renew(self, text):
        words = self.words
        self.words = []

        def take(word):
            words.append(word)

        await each_word(text, take)
        return len(words)

    async def write(self, user, text):
        texts = self.texts

        def take(word):
            texts[user] = word

        await each_word(text, take)
        return user


page = Page()


async def list_that_is_replaced_ok(user_id, message):
    return await page.renew(message)


async def entry_of_each_user_ok(user_id, message):
    return await page.write(user_id, message)


async def list_of_an_own_object_ok(user_id, message):
    return await Notes().write(message)
