"""A generator that a library's decorator runs as a coroutine waits where it yields, as others do at an await."""
import asyncio
import types

letters = []


# not executed: replay awaits coroutine functions alone
@types.coroutine
def letters_of_all_bad(user_id, message):
    letters.append(message)  # error: 4, SIS001, "letters"
    yield from asyncio.sleep(0)
    return " ".join(letters)


def coroutine(generator):
    """Begins the generator, as those do that wait for what is sent to them."""
    def begun(*given):
        made = generator(*given)
        next(made)
        return made
    return begun


sorted_letters = []


# not executed: it is sent letters, and no session calls it
@coroutine
def sorted_by_a_generator_of_its_own_ok(box):
    while True:
        letter = yield
        sorted_letters.append((box, letter))
