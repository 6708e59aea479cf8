"""A nested function captures another name for a shared object, or what a function gives: it changes that object."""
import asyncio


async def each_word(text, take):
    for word in text.split():
        await asyncio.sleep(0)
        take(word)


heard = []


async def name_of_a_list_bad(user_id, message):
    words = heard

    def take(word):
        words.append(word)  # error: 8, SIS001, "heard"

    await each_word(message, take)
    return list(heard)


copied = ["Start"]


async def copy_of_a_list_ok(user_id, message):
    words = list(copied)

    def take(word):
        words.append(word)

    await each_word(message, take)
    return words, copied


given = []


def get_given():
    return given


async def list_that_a_function_gives_bad(user_id, message):
    words = get_given()

    def take(word):
        words.append(word)  # error: 8, SIS001, "given"

    await each_word(message, take)
    return list(given)


kept = {}


def words_of(user_id):
    return kept.setdefault(user_id, [])


async def list_of_each_session_ok(user_id, message):
    words = words_of(user_id)

    def take(word):
        words.append(word)

    await each_word(message, take)
    return list(words)


waiting = []


async def swapped_for_a_new_list_ok(user_id, message):
    global waiting
    words, waiting = waiting, []

    def take(word):
        words.append(word)

    await each_word(message, take)
    return len(words)


steps = 64
said = []


async def length(word):
    await asyncio.sleep(0)
    return len(word)


async def number_of_this_call_is_counted_down_bad(user_id, message):
    left = steps

    async def take(word):
        nonlocal left
        if left <= 0:
            return
        size = await length(word)
        if size:
            left -= 1
        said.append(word)  # error: 8, SIS001, "said"

    for word in message.split():
        await take(word)
    return list(said)
