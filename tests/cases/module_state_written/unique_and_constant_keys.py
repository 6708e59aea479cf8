"""A key that nobody else gets, such as a counted number or the running task, separates; a setting separates nobody."""
import asyncio
import signal
import threading
import uuid


async def load(name):
    await asyncio.sleep(0)
    return f"contents of {name}"


next_id = 0
items = {}


async def counted_number_as_key_ok(user_id, item):
    global next_id
    number = next_id
    next_id += 1
    items[number] = item
    await asyncio.sleep(0)
    return items[number]


class Table:
    def __init__(self):
        self.rows = {}
        self.next_id = 1

    def add(self, row):
        number = self.next_id
        self.next_id += 1
        self.rows[number] = row
        return number


table = Table()


async def counted_number_of_an_object_as_key_ok(user_id, item):
    number = table.add(item)
    await asyncio.sleep(0)
    return table.rows[number]


last_item = {}


async def constant_number_as_key_bad(user_id, item):
    last_item[0] = item  # error: 4, SIS001, "last_item"
    await asyncio.sleep(0)
    return last_item[0]


by_uuid = {}


async def fresh_identifier_as_key_ok(user_id):
    key = uuid.uuid4()
    if key not in by_uuid:
        by_uuid[key] = await load(user_id)
    return by_uuid.pop(key)


by_task = {}


async def running_task_as_key_ok(user_id):
    task = asyncio.current_task()
    if task not in by_task:
        by_task[task] = await load(user_id)
    return by_task.pop(task)


CURRENT = "current"
selected = {}


async def setting_of_the_module_as_key_bad(user_id):
    selected[CURRENT] = user_id  # error: 4, SIS001, "selected"
    await asyncio.sleep(0)
    return selected[CURRENT]


selected_by = {}


async def key_of_the_user_ok(user_id):
    selected_by[user_id] = user_id
    await asyncio.sleep(0)
    return selected_by[user_id]


chosen = {}


async def constant_of_another_module_as_key_bad(user_id):
    chosen[signal.SIGINT] = user_id  # error: 4, SIS001, "chosen"
    await asyncio.sleep(0)
    return chosen[signal.SIGINT]


chosen_by = {}


async def constant_of_another_module_and_the_user_as_key_ok(user_id):
    chosen_by[signal.SIGINT, user_id] = user_id
    await asyncio.sleep(0)
    return chosen_by[signal.SIGINT, user_id]


running = None


async def identifier_of_the_run_bad(user_id):
    global running
    running = uuid.uuid4()  # error: 4, SIS001, "running"
    mine = running
    await load(user_id)
    return [user_id, mine == running]


async def identifier_in_the_call_ok(user_id):
    mine = uuid.uuid4()
    await load(user_id)
    return [user_id, mine.version]


service_id = None


async def identifier_made_once_ok(user_id):
    global service_id
    if service_id is None:
        service_id = uuid.uuid4()
    await load(user_id)
    return [user_id, service_id.version]


asking = {}


async def running_thread_as_key_of_tasks_bad(user_id):
    asking[threading.get_ident()] = user_id  # error: 4, SIS001, "asking"
    await asyncio.sleep(0)
    return asking[threading.get_ident()]


workers = {}


def running_thread_as_key_of_threads_ok(user_id):
    workers[threading.get_ident()] = user_id
    return workers.pop(threading.get_ident())
