"""python-telegram-bot: updates are handled one after the other unless the program asks for more; leaks remain."""
import asyncio
from functools import partial

from telegram import Update
from telegram.ext import (
    Application, CallbackQueryHandler, CommandHandler, ContextTypes, ConversationHandler, MessageHandler, filters,
)


async def complete(messages):
    await asyncio.sleep(0)
    return ", ".join(messages)


history = []


# one at a time: the library waits for a handler's end before it takes the next update
async def history_of_all_chats_bad(update: Update, context: ContextTypes.DEFAULT_TYPE):
    history.append(update.message.text)  # error: 4, SIS001, "history"
    answer = await complete(history)
    await update.message.reply_text(answer)
    return answer


histories = {}


# one at a time: the library waits for a handler's end before it takes the next update
async def history_of_each_chat_ok(update: Update, context: ContextTypes.DEFAULT_TYPE):
    own = histories.setdefault(update.effective_chat.id, [])
    own.append(update.message.text)
    await update.message.reply_text("noted")
    own.append("noted")
    return update.effective_chat.id


total = 0


# one at a time: the library waits for a handler's end before it takes the next update
async def nobody_comes_between_ok(update: Update, context: ContextTypes.DEFAULT_TYPE):
    global total
    before = total
    price = await complete(["1"])
    total = before + int(price)
    await update.message.reply_text("noted")
    return update.effective_user.id


last_name = "nobody"


# one at a time: the library waits for a handler's end before it takes the next update
async def name_of_the_last_user_bad(update, context):
    global last_name
    before = last_name
    last_name = update.effective_user.id  # error: 4, SIS001, "last_name"
    await update.message.reply_text(f"After {before} comes {last_name}")
    return before


choices = []


# one at a time: the library waits for a handler's end before it takes the next update
async def choices_of_all_conversations_bad(update, context):
    choices.append(update.callback_query.data)  # error: 4, SIS001, "choices"
    return await complete(choices)


wishes = []


# one at a time: the library waits for a handler's end before it takes the next update
async def wishes_of_a_partial_bad(kind, update, context):
    wishes.append(f"{kind}: {update.message.text}")  # error: 4, SIS001, "wishes"
    return await complete(wishes)


class Shop:
    """Its methods are handlers."""

    orders = 0

    # The library's context is one update's own.
    async def order(self, update, context):
        context.user_data["order"] = update.message.text
        await update.message.reply_text("ordered")
        context.bot_data["last"] = update.message.text
        return context.bot_data["last"]


application = Application.builder().token("token").build()
application.add_handler(CommandHandler("chat", history_of_all_chats_bad))
application.add_handler(MessageHandler(filters.TEXT, history_of_each_chat_ok))
application.add_handler(CommandHandler(command="pay", callback=nobody_comes_between_ok))
application.add_handlers([CommandHandler("name", name_of_the_last_user_bad)])
application.add_handler(
    ConversationHandler(
        entry_points=[CallbackQueryHandler(choices_of_all_conversations_bad)],
        states={0: [CommandHandler("wish", partial(wishes_of_a_partial_bad, "wish"))]},
        fallbacks=[],
    )
)


# not executed: there is no update whose context has the bot's data
async def data_of_the_bot_is_everybodys_bad(update, context):
    context.bot_data["last"] = update.message.text  # error: 4, SIS001, "bot_data"
    await update.message.reply_text("noted")
    return context.bot_data["last"]


# not executed: there is no update whose context has the user's data
async def data_of_the_user_ok(update, context):
    context.user_data["last"] = update.message.text
    await update.message.reply_text("noted")
    return context.user_data["last"]


languages = []


async def prepare(application):
    for name in ("en", "fr"):
        await asyncio.sleep(0)
        languages.append(name)


# one at a time: the library waits for a handler's end before it takes the next update
async def what_was_prepared_once_ok(update, context):
    await update.message.reply_text("Hello")
    return [*languages, update.effective_user.id]


prepared = Application.builder().token("token").post_init(prepare).build()
prepared.add_handler(CommandHandler("languages", what_was_prepared_once_ok))


visits = 0


async def count_beside_others_bad(update: Update, context: ContextTypes.DEFAULT_TYPE):
    global visits
    before = visits
    await update.message.reply_text("Hello")
    visits = before + 1  # error: 4, SIS003, "visits"
    return update.effective_user.id


waited = 0


# one at a time: the library waits for a handler's end before it takes the next update
async def count_of_one_that_blocks_ok(update: Update, context: ContextTypes.DEFAULT_TYPE):
    global waited
    before = waited
    await update.message.reply_text("Hello")
    waited = before + 1
    return update.effective_user.id


application.add_handler(CommandHandler("visits", count_beside_others_bad, block=False))
application.add_handler(CommandHandler("waited", count_of_one_that_blocks_ok, block=True))
