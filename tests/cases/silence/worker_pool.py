"""A script with workers of its own, started as tasks and awaited, that fill one list."""
import asyncio

found = []
seen = set()
pages = asyncio.Queue()
state = {"current": None}


# not executed: the script starts it a few times, and then ends
async def work_ok(name):
    while not pages.empty():
        page = await pages.get()
        state["current"] = page
        await asyncio.sleep(0)
        if page not in seen:
            await asyncio.sleep(0)
            seen.add(page)
        found.append(f"{name} has read {state['current']}")


async def crawl(start):
    await pages.put(start)
    workers = [asyncio.create_task(work_ok(f"worker {number}")) for number in range(3)]
    await asyncio.gather(*workers)
    return found


def run(start):
    return asyncio.run(crawl(start))


if __name__ == "__main__":
    print(run("index"))
