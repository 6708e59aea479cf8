"""What `partial` gives to a thread or a process runs there: a thread has the objects of all, a process its own."""
import asyncio
import functools
import multiprocessing


class Counter:
    def __init__(self):
        self.total = 0

    def add(self, text):
        before = self.total
        self.total = before + len(text)  # error: 8, SIS003, "'Counter.total'"

    async def run(self, text):
        await asyncio.get_running_loop().run_in_executor(None, functools.partial(self.add, text))
        return text


counter = Counter()


async def counted_in_a_thread_bad(user_id, message):
    return await counter.run(message)


class Child:
    def __init__(self):
        self.said = []

    def say(self, text):
        self.said.append(text)

    async def run(self, text):
        process = multiprocessing.Process(target=functools.partial(self.say, text))
        process.start()
        await asyncio.to_thread(process.join)
        return list(self.said)


child = Child()


# not executed: it starts a process
async def said_in_a_process_ok(user_id, message):
    return await child.run(message)


class SpawnedChild:
    def __init__(self):
        self.said = []

    def say(self, text):
        self.said.append(text)

    async def run(self, text):
        context = multiprocessing.get_context("spawn")
        process = context.Process(target=self.say, args=(text,))
        process.start()
        await asyncio.to_thread(process.join)
        return list(self.said)


spawned = SpawnedChild()


# not executed: it starts a process
async def said_in_a_process_of_a_context_ok(user_id, message):
    return await spawned.run(message)
