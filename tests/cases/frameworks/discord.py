"""discord.py: each event and command is a task of its own; cogs and views outlive the one who uses them."""
import asyncio

import discord
from discord import app_commands
from discord.ext import commands, tasks

bot = commands.Bot(command_prefix="!", intents=discord.Intents.default())
tree = app_commands.CommandTree(bot)
history = []


async def complete(messages):
    await asyncio.sleep(0)
    return ", ".join(messages)


@bot.command()
async def command_adds_to_one_history_bad(ctx, question):
    history.append(question)  # error: 4, SIS001, "history"
    answer = await complete(history)
    await ctx.send(answer)
    return answer


histories = {}


@bot.command()
async def command_with_a_history_for_each_author_ok(ctx, question):
    own = [*histories.get(ctx.author.id, ()), question]
    histories[ctx.author.id] = own
    await ctx.send("one moment")
    return await complete(own)


newest = ""


@bot.listen("on_guild_join")
async def every_guild_that_joins_bad(guild):
    global newest
    newest = guild.id  # error: 4, SIS001, "newest"
    await guild.system_channel.send("Hello!")
    return f"Hello {newest}"


asked = []


@bot.tree.command(name="ask")
async def slash_command_of_the_bots_tree_bad(interaction, question):
    asked.append(question)  # error: 4, SIS001, "asked"
    await interaction.response.send_message("one moment")
    return await complete(asked)


searched = []


@tree.command(name="search")
async def slash_command_of_a_tree_bad(interaction, words):
    searched.append(words)  # error: 4, SIS001, "searched"
    await interaction.response.defer()
    return await complete(searched)


balances = {}


@app_commands.command()
async def balance_counted_across_an_await_bad(interaction, amount):
    user = interaction.user.id
    before = balances.get(user, 0)
    await interaction.response.defer()
    balances[user] = before + len(amount)  # error: 4, SIS003, "balances"
    return before


locks = {}
locked_balances = {}


@app_commands.command()
async def balance_counted_under_the_users_lock_ok(interaction, amount):
    user = interaction.user.id
    async with locks.setdefault(user, asyncio.Lock()):
        before = locked_balances.get(user, 0)
        await interaction.response.defer()
        locked_balances[user] = before + len(amount)
    return user


heard = []


class Listening(commands.Cog):
    """One instance hears everybody; what a module keeps for it is one as well."""

    @commands.Cog.listener()
    async def on_message(self, message):
        heard.append(message)  # error: 8, SIS001, "heard"
        return await complete(heard)


listening = Listening()


async def listener_of_a_cog_bad(message):
    return await listening.on_message(message)


class Memory(commands.Cog):
    """One instance serves everybody."""

    def __init__(self, bot):
        self.bot = bot
        self.questions = []

    @commands.command()
    async def ask(self, ctx, question):
        self.questions.append(question)  # error: 8, SIS004, "questions"
        return await complete(self.questions)


bot.cogs["Memory"] = Memory(bot)


async def history_on_a_cog_bad(ctx, question):
    return await bot.get_cog("Memory").ask(ctx, question)


class Paging(commands.Cog):
    """Keeps what belongs to one author under the author."""

    def __init__(self, bot):
        self.pages = {}

    @commands.command()
    async def turn(self, ctx, page):
        self.pages[ctx.author.id] = page
        await ctx.send("turned")
        return self.pages[ctx.author.id]


bot.cogs["Paging"] = Paging(bot)


# benign race: a user who turns two pages at once sees the later one
async def pages_of_each_author_on_a_cog_ok(ctx, page):
    return await bot.get_cog("Paging").turn(ctx, page)


class Counter(discord.ui.View):
    """Added once, it answers the clicks on all of its messages."""

    def __init__(self):
        super().__init__(timeout=None)
        self.clicked_by = ""

    @discord.ui.button(label="Count")
    async def count(self, interaction, button):
        self.clicked_by = interaction.user.id  # error: 8, SIS004, "clicked_by"
        await interaction.response.defer()
        return f"you are {self.clicked_by}"


bot.add_view(Counter())


async def view_remembers_who_clicked_bad(interaction, button):
    return await bot.views[0].count(interaction, button)


last_wish = ""


class Wish(discord.ui.Modal, title="Your wish"):
    """Each is shown to one user, and yet a module's variable is everybody's."""

    async def on_submit(self, interaction):
        global last_wish
        last_wish = interaction.data  # error: 8, SIS001, "last_wish"
        await interaction.response.send_message("noted")
        return last_wish


async def modal_sets_a_global_bad(interaction):
    return await Wish().on_submit(interaction)


emojis = []


async def load_emojis():
    await asyncio.sleep(0)
    return ["smile", "wave"]


class Client(commands.Bot):
    """Prepares itself once, before it goes online."""

    async def setup_hook(self):
        for name in await load_emojis():
            emojis.append(name)


async def setup(bot):
    await bot.add_cog(Memory(bot))
    for name in await load_emojis():
        emojis.append(name)


@bot.command()
async def what_was_loaded_before_ok(ctx):
    await ctx.send("one moment")
    return [*emojis, ctx.author.id]


news = []


@tasks.loop(minutes=10)
async def refresh():
    global news
    await asyncio.sleep(0)
    news = await load_emojis()
    news.append("refreshed")


@bot.command()
async def news_refreshed_by_a_loop_ok(ctx):
    await ctx.send("one moment")
    return [*news, ctx.author.id]


async def prefix_of(bot, message):
    return prefixes.get(message.guild.id, "!")


prefixes = {}


@commands.command()
@commands.has_permissions(manage_guild=True)
async def prefix_of_a_guild_ok(ctx, prefix):
    prefixes[ctx.guild.id] = prefix
    await ctx.send("set")
    return ctx.guild.id


is_open = False


# benign race: an administrator who says it twice at once sees what came of it
@bot.command()
@commands.has_permissions(administrator=True)
async def switch_of_the_administrators_ok(ctx):
    global is_open
    was_open = is_open
    await ctx.send("one moment")
    is_open = not was_open
    return ctx.guild.id


language = "en"


@bot.command()
async def setup(ctx, chosen):
    global language
    language = chosen  # error: 4, SIS001, "language"
    await ctx.send("one moment")
    return language


async def command_is_called_setup_bad(ctx, chosen):
    return await setup(ctx, chosen)


class Jukebox(commands.Cog):
    """What a member asks for is taken out to be played, and shown to members of other guilds before."""

    def __init__(self, bot):
        self.bot = bot
        self.waiting = []

    def play_next(self):
        return self.waiting.pop(0) if self.waiting else None

    @commands.command()
    async def play(self, ctx, song):
        self.waiting.append([ctx.author.id, song])  # error: 8, SIS004, "'Jukebox.waiting'"
        await ctx.send("added")

    @commands.command()
    async def songs(self, ctx):
        return await shown(ctx, [song for _, song in self.waiting[:5]])


async def shown(ctx, lines):
    await ctx.send(lines)
    return lines


jukebox = Jukebox(bot)


async def songs_of_all_guilds_bad(ctx, song):
    await jukebox.play(ctx, song)
    return await jukebox.songs(ctx)


class Printer(commands.Cog):
    """Who asks is told how many wait, and not what for."""

    def __init__(self, bot):
        self.bot = bot
        self.waiting = []

    def print_next(self):
        return self.waiting.pop(0) if self.waiting else None

    @commands.command()
    async def print(self, ctx, text):
        self.waiting.append(text)
        await ctx.send("added")

    @commands.command()
    async def pending(self, ctx):
        await ctx.send("busy" if self.waiting else "free")


printer = Printer(bot)


async def nothing_shown_of_what_waits_ok(ctx, text):
    await printer.print(ctx, text)
    await printer.pending(ctx)
    return text
