"""A script opens a server for the one answer it waits for, and closes it: its handler only counts what came."""
import asyncio

received = []
stop = asyncio.Event()


# not executed: it needs a connection
async def server_that_stops_after_one_request_ok(reader, writer):
    code = (await reader.readline()).decode()
    received.append(code)
    writer.write(f"{len(received)} received, you may close this window".encode())
    await writer.drain()
    stop.set()


async def main():
    server = await asyncio.start_server(server_that_stops_after_one_request_ok, "localhost", 8888)
    await stop.wait()
    server.close()
    print(received[0])


if __name__ == "__main__":
    asyncio.run(main())
