"""The collection that keeps tasks alive is shared on purpose: nobody's data is read from it."""
import asyncio

background_tasks = set()


async def store(message):
    await asyncio.sleep(0)
    return message


async def set_with_discard_when_done_ok(user_id, message):
    task = asyncio.create_task(store(message))
    background_tasks.add(task)
    task.add_done_callback(background_tasks.discard)
    return user_id


tasks_by_name = {}


async def table_with_pop_in_a_callback_ok(user_id, message):
    task = asyncio.create_task(store(message))
    tasks_by_name[task.get_name()] = task
    task.add_done_callback(lambda done: tasks_by_name.pop(done.get_name(), None))
    return user_id


class Server:
    tasks = set()

    async def handle(self, message):
        task = asyncio.ensure_future(store(message))
        self.tasks.add(task)
        task.add_done_callback(self.tasks.discard)
        return message


async def set_of_a_class_ok(user_id, message):
    return await Server().handle(message)


pending = {}


async def one_task_of_each_session_ok(session_id, message):
    old = pending.pop(session_id, None)
    if old is not None:
        old.cancel()
    task = asyncio.create_task(store(message))
    pending[session_id] = task
    return message


async def task_group_of_this_call_ok(user_id, message):
    tasks = [asyncio.create_task(store(part)) for part in message.split("-")]
    return await asyncio.gather(*tasks)
