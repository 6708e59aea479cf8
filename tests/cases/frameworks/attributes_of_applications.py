"""What a program sets on its application, or on its bot, is everybody's, by whichever way a handler comes to it."""
import datetime
import time

import bottle
import quart
import socketio
import telebot
from discord.ext import commands
from fastmcp import FastMCP
from nicegui import app as site
from nicegui import ui

web = quart.Quart(__name__)
web.last_user = None


@web.post("/last-user")
async def kept_on_the_application_bad(user, message):
    before = web.last_user
    web.last_user = user  # error: 4, SIS001, "app.last_user"
    return before, message


web.histories = {}


@web.post("/histories")
async def kept_on_the_application_by_the_user_ok(user, message):
    web.histories[user] = [*web.histories.get(user, ()), message]
    return web.histories[user]


@web.before_serving
async def begin():
    web.languages = ["en", "fr"]


@web.get("/languages")
async def set_before_it_serves_ok(user):
    return user


small = bottle.Bottle()
small.last_user = None


@small.post("/last-user")
def kept_on_a_small_application_bad(user, message):
    before = small.last_user
    small.last_user = user  # error: 4, SIS001, "app.last_user"
    return before, message


bot = commands.Bot("!")
bot.last_song = None
bot.started = 0


@bot.command()
async def kept_on_the_bot_bad(ctx, song):
    before = bot.last_song
    bot.last_song = song  # error: 4, SIS001, "bot.last_song"
    await ctx.send(before)
    return before


# not executed: the context has no bot here
@bot.command()
async def kept_on_the_bot_of_the_context_bad(ctx, song):
    before = ctx.bot.last_wish
    ctx.bot.last_wish = song  # error: 4, SIS001, "bot.last_wish"
    await ctx.send(before)


# not executed: the context has no bot here
@bot.command()
async def kept_on_a_context_ok(ctx, song):
    ctx.song = song
    await ctx.send(ctx.song)
    return ctx.song


@bot.event
async def on_ready():
    bot.started = time.time()
    bot.since = datetime.datetime.now()


@bot.command()
async def set_whenever_it_is_ready_ok(ctx):
    await ctx.send("one moment")
    return "up" if bot.started else "down"


async def setup(bot: commands.Bot):
    bot.extended_by = bot


phone = telebot.TeleBot("token")
phone.last_text = None


@phone.message_handler()
def kept_on_a_bot_in_threads_bad(message):
    before = phone.last_text
    phone.last_text = message.text  # error: 4, SIS001, "bot.last_text"
    return before


sio = socketio.AsyncServer()
sio.last_text = None


@sio.on("message")
async def kept_on_the_server_bad(sid, text):
    before = sio.last_text
    sio.last_text = text  # error: 4, SIS001, "sio.last_text"
    return before


mcp = FastMCP("notes")
mcp.last_note = None


@mcp.tool
async def kept_on_a_server_of_tools_bad(note):
    before = mcp.last_note
    mcp.last_note = note  # error: 4, SIS001, "mcp.last_note"
    return before


# not executed: the application is none here
@ui.page("/")
def kept_on_the_site_bad(user: str):
    before = site.last_user
    site.last_user = user  # error: 4, SIS001, "app.last_user"
    return before
