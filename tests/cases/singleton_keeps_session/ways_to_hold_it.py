"""One object for all is held in a list, by another object, by a function that gives it, or by its class."""
import asyncio
import functools


async def rest():
    await asyncio.sleep(0)


class Memory:
    def __init__(self):
        self.turns = []


class Agent:
    def __init__(self):
        self.memory = Memory()

    async def ask(self, message):
        self.memory.turns.append(message)  # error: 8, SIS004, "'Memory.turns'"
        await rest()
        return " ".join(self.memory.turns)


agent = Agent()


async def part_of_a_shared_object_bad(user_id):
    return await agent.ask(user_id)


class Pad:
    def __init__(self):
        self.turns = []


class Writer:
    async def ask(self, message):
        pad = Pad()
        pad.turns.append(message)
        await rest()
        return " ".join(pad.turns)


writer = Writer()


async def part_made_by_each_call_ok(user_id):
    return await writer.ask(user_id)


class Lazy:
    def __init__(self):
        self.user = None


_lazy = None


def get_lazy():
    global _lazy
    if _lazy is None:
        _lazy = Lazy()
    return _lazy


async def given_by_a_function_bad(user_id):
    lazy = get_lazy()
    lazy.user = user_id  # error: 4, SIS004, "'Lazy.user'"
    await rest()
    return lazy.user


class Fresh:
    def __init__(self):
        self.user = None


def get_fresh():
    return Fresh()


async def made_by_a_function_ok(user_id):
    fresh = get_fresh()
    fresh.user = user_id
    await rest()
    return fresh.user


class Worker:
    def __init__(self):
        self.job = None

    async def work(self, job):
        self.job = job  # error: 8, SIS004, "'Worker.job'"
        await rest()
        return self.job


workers = [Worker(), Worker()]


async def first_of_a_list_bad(user_id):
    return await workers[0].work(user_id)


class Session:
    def __init__(self):
        self.said = None

    async def say(self, message):
        self.said = message
        await rest()
        return self.said


sessions = {}


async def one_for_each_user_ok(user_id):
    if user_id not in sessions:
        sessions[user_id] = Session()
    return await sessions[user_id].say(user_id)


class Desk:
    clerk = Worker()


async def held_by_a_class_bad(user_id):
    Desk.clerk.job = user_id  # error: 4, SIS004, "'Worker.job'"
    await rest()
    return Desk.clerk.job


class Base:
    def __init__(self):
        self.topic = None

    async def talk(self, topic):
        self.topic = topic  # error: 8, SIS004, "'Base.topic'"
        await rest()
        return self.topic


class Derived(Base):
    pass


derived = Derived()


async def inherited_method_bad(user_id):
    return await derived.talk(user_id)


class Prompter:
    def __init__(self):
        self._user = None

    @property
    def user(self):
        return self._user

    @user.setter
    def user(self, user_id):
        self._user = user_id  # error: 8, SIS004, "'Prompter._user'"


prompter = Prompter()


async def behind_a_property_bad(user_id):
    prompter.user = user_id
    await rest()
    return prompter.user


class Speaker:
    def __init__(self):
        self.name = "nobody"


speaking = Speaker()


async def same_attribute_got_by_its_name_bad(user_id, message):
    speaking.name = message  # error: 4, SIS004, "'Speaker.name'"
    await rest()
    return getattr(speaking, "name")


class Kept:
    def __init__(self):
        self.user = None


@functools.lru_cache
def get_kept():
    return Kept()


async def given_by_a_cached_function_bad(user_id):
    kept = get_kept()
    kept.user = user_id  # error: 4, SIS004, "'Kept.user'"
    await rest()
    return kept.user


@functools.lru_cache
def get_kept_for(user_id):
    return Kept()


async def cached_for_each_user_ok(user_id):
    kept = get_kept_for(user_id)
    kept.user = user_id
    await rest()
    return kept.user


class Notebook:
    def __init__(self):
        self.pages = []

    async def write(self, page):
        self.pages.append(page)  # error: 8, SIS004, "Notebook.pages"
        await asyncio.sleep(0)
        return list(self.pages)


class Diary(Notebook):
    async def write(self, page):
        return await super().write(page.strip())


diary = Diary()


async def method_of_a_base_by_super_bad(user_id, page):
    return await diary.write(page)


async def method_of_a_base_by_super_of_an_own_object_ok(user_id, page):
    return await Diary().write(page)


class Board:
    def __init__(self, marks):
        self.marks = marks

    async def drawn(self):
        await rest()
        return " ".join(self.marks)


class Parlour:
    def __init__(self):
        self.marks = []

    async def play(self, mark):
        self.marks = [mark]
        board = Board(self.marks)
        await rest()
        return await board.drawn()


parlour = Parlour()


async def object_that_a_new_one_keeps_is_bound_anew_ok(user_id, message):
    return await parlour.play(message)


class Arcade:
    def __init__(self):
        self.marks = []

    async def play(self, mark):
        self.marks.append(mark)  # error: 8, SIS004, "'Arcade.marks'"
        return await Board(self.marks).drawn()


arcade = Arcade()


async def object_that_a_new_one_keeps_grows_bad(user_id, message):
    return await arcade.play(message)
