"""disnake: each command is a task of its own; a cog outlives the one who uses it."""
import asyncio

import disnake
from disnake.ext import commands

bot = commands.Bot(command_prefix="!")
orders = []
orders_of = {}


async def kitchen(dishes):
    await asyncio.sleep(0)
    return ", ".join(dishes)


@bot.slash_command()
async def command_adds_to_one_list_bad(inter, dish):
    orders.append(dish)  # error: 4, SIS001, "orders"
    return await kitchen(orders)


@bot.slash_command()
async def command_with_a_list_for_each_guest_ok(inter, dish):
    own = [*orders_of.get(inter.author.id, ()), dish]
    orders_of[inter.author.id] = own
    return await kitchen(own)


class Waiter(commands.Cog):
    def __init__(self, bot):
        self.bot = bot
        self.table = None

    @commands.slash_command()
    async def seat(self, inter, table):
        self.table = table  # error: 8, SIS004, "table"
        return await kitchen([self.table])

    @commands.slash_command()
    async def bill(self, inter):
        return await kitchen([str(self.table)])


waiter = Waiter(bot)


async def cog_keeps_one_table_bad(inter, table):
    before = await waiter.bill(inter)
    await waiter.seat(inter, table)
    return before


class OtherWaiter(commands.Cog):
    @commands.slash_command()
    async def seat(self, inter, table):
        return await kitchen([table])


async def cog_uses_what_it_is_given_ok(inter, table):
    return await OtherWaiter().seat(inter, table)


class Choice(disnake.ui.View):
    def __init__(self):
        super().__init__()
        self.chosen = None

    @disnake.ui.button(label="Yes")
    async def yes(self, label, inter):
        self.chosen = label
        await asyncio.sleep(0)
        return self.chosen


async def view_of_one_message_ok(inter, label):
    return await Choice().yes(label, inter)


def setup(bot):
    bot.add_cog(waiter)
