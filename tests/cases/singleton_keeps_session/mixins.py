"""A mixin has no library base itself: its methods are called, and its state is shared, as its heirs are."""
import asyncio

from discord.ext import commands


class RemembersContext:
    def __init__(self):
        self.ctx = None

    async def cog_before_invoke(self, ctx):
        self.ctx = ctx  # error: 8, SIS004, "ctx"


class Notes(RemembersContext, commands.Cog):
    @commands.command()
    async def read(self, ctx):
        await asyncio.sleep(0)
        return str(self.ctx)


notes = Notes()


async def cog_reads_what_its_mixin_kept_bad(ctx):
    before = await notes.read(ctx)
    await notes.cog_before_invoke(ctx)
    return before


class GivesContext:
    async def cog_before_invoke(self, ctx):
        return ctx


class Tasks(GivesContext, commands.Cog):
    @commands.command()
    async def read(self, ctx):
        await asyncio.sleep(0)
        return str(ctx)


tasks = Tasks()


async def cog_uses_what_it_is_given_ok(ctx):
    return await tasks.read(await tasks.cog_before_invoke(ctx))


class KeepsContext:
    def __init__(self):
        self.ctx = None

    def keep(self, ctx):
        self.ctx = ctx
        return self


class OfOneCommand(KeepsContext):
    """An heir without a library base: one object for each command."""

    async def text(self):
        await asyncio.sleep(0)
        return str(self.ctx)


async def object_of_one_command_ok(ctx):
    return await OfOneCommand().keep(ctx).text()
