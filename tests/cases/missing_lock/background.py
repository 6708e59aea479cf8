"""A task that the script starts once does not meet itself, but it meets every handler."""
import asyncio

listeners = set()
copied_listeners = set()


async def tick():
    for listener in listeners:  # error: 4, SIS003, "listeners"
        await send(listener, "tick")


async def tick_over_a_copy():
    for listener in list(copied_listeners):
        await send(listener, "tick")


async def send(listener, message):
    await asyncio.sleep(0)
    return f"{listener}: {message}"


# not executed: the task that walks through the set is started by the script
async def join_a_set_that_a_task_walks_through_bad(user_id):
    listeners.add(user_id)
    return "welcome"


# not executed: the task that walks through the copy is started by the script
async def join_a_set_that_a_task_copies_ok(user_id):
    copied_listeners.add(user_id)
    return "welcome"


async def main():
    tasks = [asyncio.create_task(tick()), asyncio.create_task(tick_over_a_copy())]
    server = await asyncio.start_server(talk, "localhost", 8888)
    await server.serve_forever()
    await asyncio.gather(*tasks)


async def talk(reader, writer):
    name = (await reader.readline()).decode()
    writer.write((await join_a_set_that_a_task_walks_through_bad(name)).encode())
    writer.write((await join_a_set_that_a_task_copies_ok(name)).encode())


if __name__ == "__main__":
    asyncio.run(main())
