"""discord.py: events of the bot's connection belong to no user; what a user does is an event, too."""
import asyncio

import discord
from discord.ext import commands

bot = commands.Bot(command_prefix="!", intents=discord.Intents.default())
narrator = None
last_wish = None


class Narrator:
    def __init__(self, style):
        self.style = style

    def tell(self, text):
        return f"{self.style}: {text}"


@bot.event
async def on_ready():
    global narrator
    narrator = Narrator("calm")


async def made_when_the_bot_is_connected_ok(ctx, text):
    await on_ready()
    await tell(ctx, text)
    return text


@bot.command()
async def tell(ctx, text):
    await ctx.send(narrator.tell(text))


@bot.event
async def on_message(message):
    global last_wish
    last_wish = message.content  # error: 4, SIS001, "last_wish"
    await asyncio.sleep(0)
    await message.channel.send(last_wish)


@bot.command()
async def wish(ctx):
    await ctx.send(last_wish)


# not executed: the reply is what is sent, and not the result
async def kept_of_a_message_bad(message):
    await on_message(message)


class Story(commands.Cog):
    def __init__(self, bot):
        self.bot = bot
        self.narrator = None
        self.hero = None

    @commands.Cog.listener()
    async def on_ready(self):
        self.narrator = Narrator("loud")

    @commands.command()
    async def told(self, ctx, text):
        await ctx.send(self.narrator.tell(text))
        return self.narrator.tell(text)

    @commands.command()
    async def begin(self, ctx, hero):
        self.hero = hero  # error: 8, SIS004, "hero"
        await asyncio.sleep(0)
        await ctx.send(self.hero)
        return self.hero


story = Story(bot)


async def hero_of_all_readers_bad(ctx, hero):
    return await story.begin(ctx, hero)


async def made_by_a_cog_that_is_ready_ok(ctx, text):
    await story.on_ready()
    return await story.told(ctx, text)


reminders = {}


class Reminders(commands.Cog):
    """The loop begins when the bot is connected, and runs while commands are served."""

    def __init__(self, bot):
        self.bot = bot

    @commands.Cog.listener()
    async def on_ready(self):
        for user, text in reminders.items():  # error: 8, SIS003, "reminders"
            await user.send(text)

    @commands.command()
    async def remind(self, ctx, text):
        reminders[ctx.author] = text
        await asyncio.sleep(0)
        reminders.pop(ctx.author, None)


# not executed: the loop is told by its file alone
async def walked_while_commands_come_bad(ctx, text):
    await Reminders(bot).remind(ctx, text)
