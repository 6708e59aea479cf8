"""FastMCP: tools are tasks where they are coroutine functions, and run in threads where they are plain ones."""
import asyncio
import threading

from fastmcp import Context, FastMCP
from fastmcp.dependencies import Depends
from fastmcp.server.middleware import Middleware

mcp = FastMCP("notes")
notes = []


@mcp.tool
async def notes_of_all_clients_bad(note):
    notes.append(note)  # error: 4, SIS001, "notes"
    await asyncio.sleep(0)
    return list(notes)


kept = {}


@mcp.tool()
async def notes_of_each_session_ok(context: Context, note):
    kept[context.session_id] = [*kept.get(context.session_id, ()), note]
    await context.info("noted")
    return len(note)


count = 0


@mcp.tool
def plain_tool_counts_in_threads_bad(note):
    global count
    before = count
    count = before + 1  # error: 4, SIS003, "count"
    return note


locked_count = 0
counting = threading.Lock()


@mcp.tool
def plain_tool_counts_under_a_lock_ok(note):
    global locked_count
    with counting:
        before = locked_count
        locked_count = before + 1
    return note


user = ""


@mcp.resource("user://profile")
async def resource_of_the_last_user_bad(name):
    global user
    user = name  # error: 4, SIS001, "user"
    await asyncio.sleep(0)
    return f"profile of {user}"


@mcp.tool
async def state_of_the_session_ok(context: Context, note):
    await context.set_state("note", note)
    return await context.get_state("note")


class Audit(Middleware):
    """One instance is called around the messages of all clients."""

    def __init__(self):
        self.tool = ""

    async def on_call_tool(self, context, call_next):
        self.tool = context.message  # error: 8, SIS004, "tool"
        await call_next(context)
        return self.tool


audited = FastMCP("audited")
audited.add_middleware(Audit())


async def middleware_remembers_the_tool_bad(context):
    return await audited.kept[-1].on_call_tool(context, answered)


async def answered(context):
    await asyncio.sleep(0)


seen = []


class Log(Middleware):
    """What a middleware keeps in a module is everybody's as well."""

    async def on_message(self, context, call_next):
        seen.append(context.message)  # error: 8, SIS001, "seen"
        await call_next(context)
        return list(seen)


mcp.add_middleware(Log())


async def middleware_keeps_in_a_module_bad(context):
    return await mcp.kept[-1].on_message(context, answered)


added = []


async def tool_given_by_a_call_bad(note):
    added.append(note)  # error: 4, SIS001, "added"
    await asyncio.sleep(0)
    return list(added)


mcp.tool(tool_given_by_a_call_bad)


if __name__ == "__main__":
    mcp.run(transport="streamable-http")


# not executed: the context brings nothing here
@mcp.tool
async def kept_in_what_the_lifespan_made_bad(note: str, ctx: Context):
    ctx.lifespan_context["notes"].append(note)  # error: 4, SIS001, "lifespan_context"
    return ctx.lifespan_context["notes"]


pages = []


def get_pages():
    return pages


# not executed: FastMCP hands in what the provider gives
@mcp.tool
async def list_that_a_provider_gives_all_bad(page: str, kept: list = Depends(get_pages)):
    kept.append(page)  # error: 4, SIS001, "pages"
    return list(kept)
