"""The MCP SDK: over HTTP one server answers all clients; plain tools run on the loop in FastMCP, in threads in MCPServer."""
import asyncio
import threading
from contextlib import asynccontextmanager

from mcp.server import MCPServer, Server
from mcp.server.fastmcp import Context, FastMCP
from mcp.server.mcpserver import Context as NewContext

mcp = FastMCP("notes")
server = Server("notes")
newer = MCPServer("notes")
notes = []


@mcp.tool()
async def notes_of_all_clients_bad(note):
    notes.append(note)  # error: 4, SIS001, "notes"
    await asyncio.sleep(0)
    return list(notes)


notes_by_client = {}


@mcp.tool()
async def notes_of_each_client_ok(client_id, note):
    notes_by_client[client_id] = [*notes_by_client.get(client_id, ()), note]
    await asyncio.sleep(0)
    return len(note)


folder = "/"


@mcp.tool()
async def folder_of_the_last_client_bad(path):
    global folder
    folder = path  # error: 4, SIS001, "folder"
    await asyncio.sleep(0)
    return f"now in {folder}"


opened = 0


# on the loop: FastMCP calls plain tools itself
@mcp.tool()
def plain_tool_counts_on_the_loop_ok(path):
    global opened
    before = opened
    opened = before + 1
    return f"opened {path}"


read = 0


@newer.tool()
def plain_tool_counts_in_threads_bad(path):
    global read
    before = read
    read = before + 1  # error: 4, SIS003, "read"
    return f"read {path}"


locked_read = 0
reading = threading.Lock()


@newer.tool()
def plain_tool_counts_under_a_lock_ok(path):
    global locked_read
    with reading:
        before = locked_read
        locked_read = before + 1
    return f"read {path}"


last_path = None


@mcp.resource("file://{path}")
async def resource_remembers_its_path_bad(path):
    global last_path
    before = last_path
    last_path = path  # error: 4, SIS001, "last_path"
    await asyncio.sleep(0)
    return f"{path} after {before}"


topics = []


@mcp.prompt()
async def prompt_grows_bad(topic):
    topics.append(topic)  # error: 4, SIS001, "topics"
    return f"Write about {', '.join(topics)}"


async def added_tool_bad(word):
    words.append(word)  # error: 4, SIS001, "words"
    return list(words)


words = []
mcp.add_tool(added_tool_bad, name="add")
counted = 0


def added_plain_tool_bad(word):
    global counted
    before = counted
    counted = before + 1  # error: 4, SIS003, "counted"
    return word


newer.add_tool(added_plain_tool_bad)


calls = []


@server.call_tool()
async def call_of_a_low_level_server_bad(name, arguments):
    calls.append((name, arguments))  # error: 4, SIS001, "calls"
    await asyncio.sleep(0)
    return list(calls)


async def call_given_to_the_constructor_bad(context, params):
    given.append(params)  # error: 4, SIS001, "given"
    await asyncio.sleep(0)
    return list(given)


given = []
constructed = Server("notes", on_call_tool=call_given_to_the_constructor_bad)


@mcp.tool()
async def told_through_the_context_ok(note, context: Context):
    await context.info(note)
    return note


if __name__ == "__main__":
    mcp.run(transport="streamable-http")


@asynccontextmanager
async def lifespan(server):
    yield {"notes": []}


newest = MCPServer("notes", lifespan=lifespan)


# not executed: the context brings nothing here
@newest.tool()
async def kept_in_what_the_lifespan_made_bad(note: str, ctx: NewContext):
    ctx.request_context.lifespan_context["notes"].append(note)  # error: 4, SIS001, "lifespan_context"
    return ctx.request_context.lifespan_context["notes"]


# not executed: the context brings nothing here
@mcp.tool()
async def kept_in_what_the_lifespan_of_a_session_made_ok(note: str, ctx: Context):
    ctx.request_context.lifespan_context["notes"].append(note)
    return ctx.request_context.lifespan_context["notes"]


last_client = ""


@asynccontextmanager
async def begins_with_each_client(server):
    global last_client
    last_client = server.name  # error: 4, SIS001, "last_client"
    yield


served = FastMCP("notes", lifespan=begins_with_each_client)


@served.tool()
def name_of_the_last_client():
    return last_client


# not executed: it takes a server; a FastMCP of the first MCP SDK begins its lifespan for each client over HTTP
async def lifespan_of_each_client_bad(server):
    async with begins_with_each_client(server):
        return name_of_the_last_client()
