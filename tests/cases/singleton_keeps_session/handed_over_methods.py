"""What a served method hands over to be called for it serves its session: a method of the object, a nested function."""
import asyncio
import re


class Agent:
    async def run(self, text, take):
        for word in text.split():
            await asyncio.sleep(0)
            take(word)


class Desk:
    def __init__(self, agent):
        self.agent = agent
        self.words = []

    def take(self, word):
        self.words.append(word)  # error: 8, SIS004, "'Desk.words'"

    async def run(self, text):
        self.words.clear()
        await self.agent.run(text, take=self.take)
        return " ".join(self.words)


desk = Desk(Agent())


async def words_taken_by_a_method_bad(user_id, message):
    return await desk.run(message)


class Hider:
    def __init__(self):
        self.hidden = []

    def run(self, text):
        def hide(match):
            self.hidden.append(match.group(0))  # error: 12, SIS004, "'Hider.hidden'"
            return "*"

        return re.sub(r"\w+", hide, text), list(self.hidden)


hider = Hider()


async def words_hidden_by_a_nested_function_bad(user_id, message):
    await asyncio.sleep(0)
    return hider.run(message)


class Counter:
    def __init__(self):
        self.found = 0

    def run(self, text):
        words = []

        def take(match):
            self.found += 1
            words.append(match.group(0))
            return "*"

        return re.sub(r"\w+", take, text), words


counter = Counter()


async def words_taken_into_a_list_of_the_call_ok(user_id, message):
    await asyncio.sleep(0)
    return counter.run(message)


class Screen:
    def __init__(self, agent):
        self.agent = agent
        self.lines = {}

    def shown(self, user):
        def take(word):
            self.lines[user] = word

        return take

    async def run(self, user, text):
        await self.agent.run(text, take=self.shown(user))
        return user


screen = Screen(Agent())


async def word_kept_for_each_user_ok(user_id, message):
    return await screen.run(user_id, message)
