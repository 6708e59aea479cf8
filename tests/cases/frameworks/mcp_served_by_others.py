"""A server that is handed to somebody who serves it otherwise has more clients than the one over standard input."""
import asyncio
import sys

from mcp.server.fastmcp import FastMCP

mcp = FastMCP("notes")
notes = []


@mcp.tool()
async def tool_of_a_server_that_is_handed_on_bad(note):
    notes.append(note)  # error: 4, SIS001, "notes"
    await asyncio.sleep(0)
    return list(notes)


@mcp.tool()
async def tool_that_keeps_nothing_ok(note):
    await asyncio.sleep(0)
    return note


async def serve(server, port):
    print(server, port)


if __name__ == "__main__":
    if "--http" in sys.argv:
        asyncio.run(serve(mcp, 8000))
    else:
        mcp.run(transport="stdio")
