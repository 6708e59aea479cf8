"""python-telegram-bot, asked to handle updates side by side: handlers are tasks that interleave."""
import asyncio

from telegram.ext import Application, CommandHandler

application = Application.builder().token("token").concurrent_updates(True).build()
visits = 0


async def count_across_an_await_bad(update, context):
    global visits
    before = visits
    await update.message.reply_text("Hello")
    visits = before + 1  # error: 4, SIS003, "visits"
    return update.effective_user.id


locked_visits = 0
counting = asyncio.Lock()


async def count_under_a_lock_ok(update, context):
    global locked_visits
    async with counting:
        before = locked_visits
        await update.message.reply_text("Hello")
        locked_visits = before + 1
    return update.effective_user.id


application.add_handler(CommandHandler("count", count_across_an_await_bad))
application.add_handlers([CommandHandler("locked", count_under_a_lock_ok)])
