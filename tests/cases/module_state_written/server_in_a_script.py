"""A script that starts a server: its start runs once, but the function it hands to the server runs for each connection."""
import asyncio

seen = []
connections = 0


# not executed: it needs a connection
async def handle_bad(reader, writer):
    line = await reader.readline()
    seen.append(line)  # error: 4, SIS001, "seen"
    writer.write(b"so far: " + b", ".join(seen))
    await writer.drain()


# not executed: it needs a connection
async def handle_ok(reader, writer):
    global connections
    connections += 1
    lines = [await reader.readline()]
    lines.append(await reader.readline())
    writer.write(b"you said: " + b", ".join(lines))
    await writer.drain()
    connections -= 1


async def main():
    leaking = await asyncio.start_server(handle_bad, "localhost", 8888)
    tight = await asyncio.start_server(handle_ok, "localhost", 8889)
    await asyncio.gather(leaking.serve_forever(), tight.serve_forever())


if __name__ == "__main__":
    asyncio.run(main())
