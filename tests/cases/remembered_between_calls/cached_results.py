"""A cache gives everybody the object that it gave the first caller: what is in it, and what it was made from, is shared."""
import asyncio
import functools
from contextvars import ContextVar
from functools import lru_cache

user = ContextVar("user")


async def complete(messages):
    answer = "You said: " + ", ".join(messages)
    await asyncio.sleep(0)
    return answer


@lru_cache
def history():
    return []


async def cached_list_changed_bad(user_id, message):
    history().append(message)  # error: 4, SIS006, "the cached result of 'history'"
    return await complete(history())


@lru_cache
def greeting_words():
    return ["Hello", "Good day"]


async def cached_list_read_ok(user_id, message):
    return await complete([*greeting_words(), message])


async def cached_list_copied_ok(user_id, message):
    words = list(greeting_words())
    words.append(message)
    return await complete(words)


@lru_cache(maxsize=None)
def history_of(user_id):
    return []


async def cached_list_for_each_user_ok(user_id, message):
    history_of(user_id).append(message)
    return await complete(history_of(user_id))


@functools.cache
def history_of_kind(kind):
    return []


async def cached_list_under_a_constant_bad(user_id, message):
    said = history_of_kind("chat")
    said.append(message)  # error: 4, SIS006, "the cached result of 'history_of_kind'"
    return await complete(said)


@functools.cache
def last_words():
    return []


def remember(words, message):
    words.append(message)  # error: 4, SIS006, "the cached result of 'last_words'"


async def cached_list_given_to_a_helper_bad(user_id, message):
    remember(last_words(), message)
    return await complete(last_words())


def new_history():
    return []


async def list_of_a_plain_factory_ok(user_id, message):
    said = new_history()
    said.append(message)
    return await complete(said)


@lru_cache  # error: 1, SIS006, "'greeting' caches a result of the first user's data"
def greeting():
    return f"Hello {user.get()}"


async def cached_for_the_first_user_bad(user_id, message):
    user.set(user_id)
    return greeting()


@lru_cache  # error: 1, SIS006, "'initial' caches a result of the first user's data"
def initial(length):
    return user.get().capitalize()[:length]


async def cached_after_a_method_of_the_first_users_data_bad(user_id, message):
    user.set(user_id)
    return initial(5)


def current_user():
    return user.get()


@lru_cache  # error: 1, SIS006, "'parting' caches a result of the first user's data"
def parting():
    return f"Goodbye {current_user()}"


async def cached_for_the_first_user_by_a_helper_bad(user_id, message):
    user.set(user_id)
    return parting()


@lru_cache
def greeting_of(name):
    return f"Hello {name}"


async def cached_for_each_user_ok(user_id, message):
    user.set(user_id)
    return greeting_of(user.get())


def plain_greeting():
    return f"Hello {user.get()}"


async def not_cached_ok(user_id, message):
    user.set(user_id)
    return plain_greeting()


class Shared:
    @functools.cached_property  # error: 5, SIS006, "'Shared.name' caches a result of the first user's data"
    def name(self):
        return user.get()


shared = Shared()


async def property_of_one_object_for_all_bad(user_id, message):
    user.set(user_id)
    return shared.name


class OfOneRequest:
    @functools.cached_property
    def name(self):
        return user.get()


async def property_of_an_object_of_one_request_ok(user_id, message):
    user.set(user_id)
    return OfOneRequest().name


@functools.cache  # error: 1, SIS006, "'load' caches a coroutine"
async def load(name):
    await asyncio.sleep(0)
    return name


async def cached_coroutine_bad(user_id, message):
    return f"{await load('settings')} for {user_id}"


@functools.cache
def loading(name):
    return name


async def plain_function_cached_ok(user_id, message):
    return f"{loading('settings')} for {user_id}"


role = ContextVar("role", default="guest")


def rights_of(name):
    return {"read"} if name == "guest" else {"read", f"write as {name}"}


@lru_cache  # error: 1, SIS006, "'may_do' caches a result of the first user's data"
def may_do(action):
    found = rights_of(role.get())
    return sorted(found)


async def answer_of_another_function_bad(user_id, message):
    role.set(user_id)
    await asyncio.sleep(0)
    return may_do("write")


@lru_cache
def may_do_as(action, name):
    return sorted(rights_of(name))


async def answer_by_the_users_name_ok(user_id, message):
    role.set(user_id)
    return may_do_as("write", role.get())


@lru_cache
def rights_of_guests():
    return sorted(rights_of("guest"))


async def answer_for_all_ok(user_id, message):
    role.set(user_id)
    return rights_of_guests()


def seat_of(name):
    return "front" if name == "alice" else "back"


@lru_cache  # error: 1, SIS006, "'seat' caches a result of the first user's data"
def seat(train):
    return train, seat_of(role.get())


@lru_cache  # error: 1, SIS006, "'gate' caches a result of the first user's data"
def gate(train):
    if role.get() == "alice":
        return 1
    return 2


# not executed: in each order all sessions get what the first one was given
async def answers_chosen_for_the_first_user_bad(user_id, message):
    role.set(user_id)
    return seat("north"), gate("north")


FARES = {"alice": 2, "bob": 3}


def fare_of(name):
    return FARES.get(name, 5)


@lru_cache  # error: 1, SIS006, "'fare' caches a result of the first user's data"
def fare(train):
    return train, fare_of(role.get())


# not executed: in each order all sessions get what the first one was given
async def looked_up_for_the_first_user_bad(user_id, message):
    role.set(user_id)
    return fare("north")


def noted(name, text):
    print(name)
    return text.title()


@lru_cache
def title(text):
    return noted(role.get(), text)


async def title_that_no_user_decides_ok(user_id, message):
    role.set(user_id)
    return title("timetable")
