"""Values that are made once and are the same for all, flags that only ever go one way, numbers that go up and down."""
import asyncio
import threading


async def load(name):
    await asyncio.sleep(0)
    return f"contents of {name}"


class Client:
    def __init__(self, address):
        self.address = address

    async def ask(self, message):
        await asyncio.sleep(0)
        return f"{self.address} answers {message}"

    async def close(self):
        await asyncio.sleep(0)


client = None


async def client_made_on_demand_ok(user_id, message):
    global client
    if client is None:
        client = Client("localhost")
    return await client.ask(message)


template = None


async def template_loaded_on_demand_ok(user_id):
    global template
    if template is None:
        template = await load("template")
    return f"{template} for {user_id}"


returned_early = None


async def get_template():
    global returned_early
    if returned_early is not None:
        return returned_early
    returned_early = await load("template")
    return returned_early


async def memo_with_early_return_ok(user_id):
    return f"{await get_template()} for {user_id}"


kept_locally = None


async def memo_through_a_local_copy_ok(user_id):
    global kept_locally
    found = kept_locally
    if found is None:
        found = await load("template")
        kept_locally = found
    return f"{found} for {user_id}"


tested_by_type = None


async def memo_tested_by_type_ok(user_id):
    global tested_by_type
    if not isinstance(tested_by_type, str):
        tested_by_type = await load("template")
    return f"{tested_by_type} for {user_id}"


cache = {}


async def memo_under_a_constant_key_ok(user_id):
    if "template" not in cache:
        cache["template"] = await load("template")
    return f"{cache['template']} for {user_id}"


pages = {}


async def memo_under_its_argument_ok(user_id, page):
    if page not in pages:
        pages[page] = await load(page)
    return pages[page]


is_ready = False


async def latch_ok(user_id):
    global is_ready
    await asyncio.sleep(0)
    is_ready = True
    return user_id


is_loaded = False
settings = {}


async def once_flag_around_a_memo_ok(user_id):
    global is_loaded
    if not is_loaded:
        settings["greeting"] = await load("greeting")
        is_loaded = True
    return f"{settings['greeting']} for {user_id}"


active = 0


async def gauge_ok(user_id):
    global active
    active += 1
    try:
        await asyncio.sleep(0)
        return user_id
    finally:
        active -= 1


counters = {"requests": 0, "errors": 0}


async def statistics_ok(user_id):
    counters["requests"] += 1
    await asyncio.sleep(0)
    return user_id


connection = None


async def connect():
    global connection
    connection = Client("localhost")


async def disconnect():
    global connection
    if connection is not None:
        await connection.close()
    connection = None


# not executed: opening and closing belong to the whole program
async def life_cycle_of_a_resource_ok(user_id, message):
    return await connection.ask(message)


configuration = {}


async def refresh():
    global configuration
    configuration = {"greeting": await load("greeting")}


async def refreshed_configuration_ok(user_id):
    await refresh()
    return f"{configuration['greeting']} for {user_id}"


started = False
start_lock = asyncio.Lock()


async def doubly_checked_start_ok(user_id):
    global started
    if not started:
        async with start_lock:
            if not started:
                await load("everything")
                started = True
    return user_id


in_flight = {}


async def one_load_for_all_who_wait_ok(user_id, page):
    if page not in in_flight:
        in_flight[page] = asyncio.create_task(load(page))
    return await in_flight[page]


model = None
model_lock = threading.Lock()


def get_model():
    global model
    with model_lock:
        if model is None:
            model = Client("model")
    return model


async def model_made_in_a_thread_under_lock_ok(user_id):
    made = await asyncio.to_thread(get_model)
    return f"{made.address} for {user_id}"
