"""A script that collects: its coroutines run for the one who started it, so that their lists are nobody else's."""
import asyncio
import sys

results = []
failed = {}
current_page = None
total = 0


# not executed: the script runs it once for each page, and then ends
async def fetch_ok(page):
    global current_page, total
    current_page = page
    try:
        text = await download(page)
    except OSError as error:
        failed["last"] = error
        return
    results.append(text)
    total += await size(current_page)


async def download(page):
    await asyncio.sleep(0)
    return f"text of {page}"


async def size(page):
    await asyncio.sleep(0)
    return len(page)


async def main():
    await asyncio.gather(*(fetch_ok(page) for page in sys.argv[1:]))
    print(len(results), failed, total)


if __name__ == "__main__":
    asyncio.run(main())
