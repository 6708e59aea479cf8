"""aiogram: each update is a task of its own, two of one chat as well; plain handlers run in threads."""
import asyncio
import threading

from aiogram import BaseMiddleware, Dispatcher, F, Router
from aiogram.filters import Command
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

dispatcher = Dispatcher()
router = Router()
history = []


async def complete(messages):
    await asyncio.sleep(0)
    return ", ".join(messages)


@router.message(F.text)
async def history_of_all_chats_bad(message: Message):
    history.append(message.text)  # error: 4, SIS001, "history"
    answer = await complete(history)
    await message.answer(answer)
    return answer


histories = {}


@dispatcher.message(F.text)
async def histories_appended_around_an_await_bad(message: Message, text):
    own = histories.setdefault(message.chat.id, [])
    own.append(text)
    answer = await complete(own)
    own.append(answer)  # error: 4, SIS003, "histories"
    return answer


locks = {}
locked = {}


@dispatcher.message(F.text)
async def histories_under_the_chats_lock_ok(message: Message, text):
    chat = message.chat.id
    async with locks.setdefault(chat, asyncio.Lock()):
        locked[chat] = [*locked.get(chat, ()), text]
        await message.answer("noted")
        locked[chat] = [*locked[chat], "noted"]
    return chat


chosen = ""


@router.callback_query(F.data)
async def choice_of_the_last_click_bad(callback: CallbackQuery):
    global chosen
    chosen = callback.data  # error: 4, SIS001, "chosen"
    await callback.answer()
    return f"you chose {chosen}"


count = 0


@router.message(Command("count"))
def plain_handler_counts_in_threads_bad(message: Message):
    global count
    before = count
    count = before + 1  # error: 4, SIS003, "count"
    return message.chat.id


locked_count = 0
counting = threading.Lock()


@router.message(Command("count"))
def plain_handler_counts_under_a_lock_ok(message: Message):
    global locked_count
    with counting:
        locked_count += 1
    return message.chat.id


orders = []


async def registered_handler_bad(message: Message):
    orders.append(message.text)  # error: 4, SIS001, "orders"
    await message.answer("one moment")
    return await complete(orders)


dispatcher.message.register(registered_handler_bad, Command("order"))
tables = 0


def registered_plain_handler_bad(message: Message):
    global tables
    before = tables
    tables = before + 1  # error: 4, SIS003, "tables"
    return message.chat.id


router.message.register(registered_plain_handler_bad, Command("table"))


@router.message()
async def state_of_the_conversation_ok(message: Message, state: FSMContext):
    await state.update_data(name=message.text)
    await message.answer("and your age?")
    return await state.get_data()


class Remembering(BaseMiddleware):
    """One instance is called around every update."""

    def __init__(self):
        self.user = ""

    async def __call__(self, handler, event, data):
        self.user = event.from_user.id  # error: 8, SIS004, "user"
        await handler(event, data)
        return self.user


remembering = Remembering()
dispatcher.message.middleware(remembering)


async def middleware_remembers_the_user_bad(event, data):
    return await dispatcher.message.callbacks[-1](complete_nothing, event, data)


async def complete_nothing(event, data):
    await asyncio.sleep(0)


languages = []


@dispatcher.startup()
async def load_languages():
    for name in ("en", "fr"):
        await asyncio.sleep(0)
        languages.append(name)


async def load_more_languages():
    for name in ("de", "it"):
        await asyncio.sleep(0)
        languages.append(name)


dispatcher.startup.register(load_more_languages)


@router.message(Command("languages"))
async def what_was_loaded_once_ok(message: Message):
    await message.answer("one moment")
    return [*languages, message.chat.id]


greeted = []
dispatcher["greeted"] = greeted


# not executed: the dispatcher hands in what it was given
@router.message(Command("greet"))
async def object_of_the_dispatcher_bad(message: Message, greeted: list):
    greeted.append(message.text)  # error: 4, SIS001, "greeted"
    await message.answer("Hello")
    return list(greeted)


@router.message(Command("last"))
async def kept_on_the_dispatcher_bad(message: Message):
    before = dispatcher.get("last")
    dispatcher["last"] = message.text  # error: 4, SIS001, "dispatcher"
    return before
