"""Who asks at the program's terminal works for the one user who sits there; who answers requests does not."""
import asyncio

agents = set()


async def choose(names):
    global agents
    agents = set(names)
    await asyncio.sleep(0)
    text = await asyncio.to_thread(input, "> ")
    return text if text in agents else sorted(agents)


# not executed: it waits for the user at the terminal
async def names_of_the_one_user_ok(name):
    return await choose([name])


known = set()


async def answer(names):
    global known
    known = set(names)  # error: 4, SIS001, "known"
    await asyncio.sleep(0)
    return sorted(known)


async def names_of_a_request_bad(name):
    return await answer([name])
