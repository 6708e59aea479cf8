"""A class stands in one file, its one object in another, and who serves in a third."""
import asyncio

from helping import list_of, tell
from memories import Diary, Memory, Shelf
from objects import agent

memory = Memory()
diary = Diary()
shelf = Shelf()


async def rest():
    await asyncio.sleep(0)


# missed: the file of the class shows it, and this one need not
async def missed_object_made_here_bad(user_id):
    memory.add(user_id)
    await rest()
    return memory.told()


# missed: the file of the object shows it, and this one need not
async def missed_object_made_elsewhere_bad(user_id):
    return await agent.ask(user_id)


def put_down(book, message):
    book.first_page = message  # error: 4, SIS004, "'memories.Book.first_page'"


async def handed_to_a_helper_bad(user_id):
    put_down(diary, user_id)
    await rest()
    return diary.first_page


async def method_called_by_a_helper_elsewhere_bad(user_id):
    tell(shelf, user_id)  # error: 4, SIS004, "'memories.Shelf.books'"
    await rest()
    return list_of(shelf)


async def method_of_an_own_object_called_by_a_helper_ok(user_id):
    mine = Shelf()
    tell(mine, user_id)
    await rest()
    return list_of(mine)


async def one_for_the_call_ok(user_id):
    mine = Memory()
    mine.add(user_id)
    await rest()
    return mine.told()


async def inherited_and_made_for_the_call_ok(user_id):
    mine = Diary()
    put_down(mine, user_id)
    await rest()
    return mine.first_page


async def asked_for_its_name_ok(user_id):
    await rest()
    return f"{agent.name} {user_id}"
