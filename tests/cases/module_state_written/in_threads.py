"""In threads another session may come between any two steps: what is set for one is read by another without a pause."""
import asyncio
import threading

user = None


def greet(user_id):
    global user
    user = user_id  # error: 4, SIS001, "user"
    return f"Hello {user}"


async def set_and_read_in_a_thread_bad(user_id):
    return await asyncio.to_thread(greet, user_id)


task_user = None


def greet_in_the_loop(user_id):
    global task_user
    task_user = user_id
    return f"Hello {task_user}"


async def set_and_read_in_the_loop_ok(user_id):
    await asyncio.sleep(0)
    return greet_in_the_loop(user_id)


locked_user = None
lock = threading.Lock()


def greet_under_lock(user_id):
    global locked_user
    with lock:
        locked_user = user_id
        return f"Hello {locked_user}"


async def set_and_read_in_a_thread_under_lock_ok(user_id):
    return await asyncio.to_thread(greet_under_lock, user_id)


def greet_with_a_local(user_id):
    mine = user_id
    return f"Hello {mine}"


async def local_of_a_thread_ok(user_id):
    return await asyncio.to_thread(greet_with_a_local, user_id)


log = []


def note(message):
    log.append(message)  # error: 4, SIS001, "log"
    return ", ".join(log)


async def list_grows_in_an_executor_bad(user_id, message):
    return await asyncio.get_running_loop().run_in_executor(None, note, message)


logs = {}


def note_for(user_id, message):
    logs.setdefault(user_id, []).append(message)
    return user_id


async def list_of_the_user_grows_in_an_executor_ok(user_id, message):
    return await asyncio.get_running_loop().run_in_executor(None, note_for, user_id, message)


state = {}


def answer(user_id, message):
    state["message"] = message  # error: 4, SIS001, "state"
    return f"{user_id} said {state['message']}"


async def constant_key_in_a_thread_of_its_own_bad(user_id, message):
    said = []
    worker = threading.Thread(target=lambda: said.append(answer(user_id, message)))
    worker.start()
    await asyncio.to_thread(worker.join)
    return said


def own_answer(user_id, message):
    mine = {"message": message}
    return f"{user_id} said {mine['message']}"


async def local_in_a_thread_of_its_own_ok(user_id, message):
    said = []
    worker = threading.Thread(target=lambda: said.append(own_answer(user_id, message)))
    worker.start()
    await asyncio.to_thread(worker.join)
    return said
