"""pyTelegramBotAPI: handlers of the plain bot run in two threads, those of the asynchronous one as tasks."""
import asyncio
import threading

import telebot
from telebot.async_telebot import AsyncTeleBot

bot = telebot.TeleBot("1:token")
tasks = AsyncTeleBot("1:token")
history = []


@bot.message_handler(func=lambda message: True)
def history_of_all_chats_bad(message):
    history.append(message.text)  # error: 4, SIS001, "history"
    bot.reply_to(message, "noted")
    return list(history)


count = 0


@bot.message_handler(commands=["count"])
def count_in_threads_bad(message):
    global count
    before = count
    count = before + 1  # error: 4, SIS003, "count"
    return message.chat.id


locked_count = 0
counting = threading.Lock()


@bot.message_handler(commands=["count"])
def count_under_a_lock_ok(message):
    global locked_count
    with counting:
        locked_count += 1
    return message.chat.id


name = ""


def ask_for_a_name(message):
    bot.register_next_step_handler(message, next_step_sets_a_global_bad)


def next_step_sets_a_global_bad(message):
    global name
    name = message.text  # error: 4, SIS001, "name"
    return f"Hello {name}"


names = {}


# benign race: a chat that gives two names at once is called by the later one
@bot.message_handler(commands=["name"])
def name_of_each_chat_ok(message, new_name):
    names[message.chat.id] = new_name
    bot.reply_to(message, "noted")
    return f"Hello {names[message.chat.id]}"


seen = 0


def registered_handler_counts_bad(message):
    global seen
    before = seen
    seen = before + 1  # error: 4, SIS003, "seen"
    return message.chat.id


bot.register_message_handler(registered_handler_counts_bad, commands=["seen"])
asked = []


@tasks.message_handler(func=lambda message: True)
async def asynchronous_handler_bad(message):
    asked.append(message.text)  # error: 4, SIS001, "asked"
    await tasks.reply_to(message, "one moment")
    return list(asked)


visits = 0


@tasks.message_handler(commands=["visit"])
async def asynchronous_handler_counts_at_once_ok(message):
    global visits
    visits += 1
    await asyncio.sleep(0)
    return message.chat.id


if __name__ == "__main__":
    bot.infinity_polling()
