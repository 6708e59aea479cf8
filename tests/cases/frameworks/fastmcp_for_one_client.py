"""FastMCP over standard input and output: each client starts a process of its own, and is its one user."""
import asyncio

from fastmcp import FastMCP

mcp = FastMCP("notes")
notes = []
folder = "/"


# not executed: one client alone speaks to the process
@mcp.tool()
async def notes_of_the_one_client_ok(note):
    notes.append(note)
    await asyncio.sleep(0)
    return list(notes)


# on the loop: the one client's calls come one by one
# shared on purpose: one client alone speaks to the process
@mcp.tool()
def folder_of_the_one_client_ok(path):
    global folder
    before = folder
    folder = path
    return f"{before}, then {folder}"


if __name__ == "__main__":
    mcp.run()
