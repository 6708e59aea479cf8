"""A server that speaks on standard input and output alone: who started it is its one user."""
import asyncio
import sys

history = []
current = None


# not executed: it reads standard input
async def answer_ok(line):
    global current
    current = line
    history.append(line)
    await asyncio.sleep(0)
    return f"{current}: {len(history)}"


async def main():
    while True:
        line = await asyncio.to_thread(sys.stdin.readline)
        if not line:
            break
        print(await answer_ok(line), flush=True)


if __name__ == "__main__":
    asyncio.run(main())
