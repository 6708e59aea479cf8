"""Which functions serve: coroutines, and what they reach; not what only the script's own start reaches."""
import asyncio
import threading
from contextlib import asynccontextmanager

greetings = []


async def complete(messages):
    answer = "You said: " + ", ".join(messages)
    await asyncio.sleep(0)
    return answer


async def coroutine_bad(user_id, message):
    greetings.append(message)  # error: 4, SIS001, "greetings"
    return await complete(greetings)


class Router:
    lifespan = None


router = Router()
started = []


# not executed: whoever serves enters it once
@asynccontextmanager
async def context_manager_handed_over_ok(application):
    started.append(application)
    await asyncio.sleep(0)
    yield list(started)


router.lifespan = context_manager_handed_over_ok


unknown = []


# not executed: nothing in sight says that this function serves anybody
def plain_function_that_nobody_calls_ok(user_id, message):
    unknown.append(message)
    return ", ".join(unknown)


called = []


def called_by_a_coroutine(message):
    called.append(message)  # error: 4, SIS001, "called"
    return ", ".join(called)


async def plain_function_that_a_coroutine_calls_bad(user_id, message):
    return called_by_a_coroutine(message)


async def plain_function_that_returns_ok(user_id, message):
    return ", ".join([user_id, message])


spawned = []


async def spawned_task(message):
    spawned.append(message)  # error: 4, SIS001, "spawned"


async def task_of_a_coroutine_bad(user_id, message):
    await asyncio.create_task(spawned_task(message))
    return await complete(spawned)


async def task_of_a_coroutine_that_returns_ok(user_id, message):
    return await asyncio.create_task(complete([message]))


in_a_thread = []


def work(message):
    in_a_thread.append(message)  # error: 4, SIS001, "in_a_thread"
    return ", ".join(in_a_thread)


async def thread_of_a_coroutine_bad(user_id, message):
    return await asyncio.to_thread(work, message)


def own_work(message):
    return ", ".join([message])


async def thread_of_a_coroutine_that_returns_ok(user_id, message):
    return await asyncio.to_thread(own_work, message)


jobs_done = []


async def job(name):
    jobs_done.append(name)
    await asyncio.sleep(0)
    return list(jobs_done)


# not executed: nothing in sight says that this function serves anybody
def coroutine_run_by_a_plain_function_that_nobody_calls_ok(name):
    return asyncio.run(job(name))


settings = []
prepared = []


async def load_settings():
    await asyncio.sleep(0)
    settings.append("loud")
    prepared.append("settings")


# not executed: it runs once, when the script starts
async def start_of_the_script_ok(name):
    prepared.append(name)
    await load_settings()
    return list(prepared)


def log_forever():
    prepared.append("log")


async def handle(reader, writer):
    message = (await reader.readline()).decode()
    answer = await coroutine_bad("somebody", message + settings[0])
    writer.write(answer.encode())


async def main():
    await start_of_the_script_ok("script")
    threading.Thread(target=log_forever, daemon=True).start()
    server = await asyncio.start_server(handle, "localhost", 8888)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(main())
