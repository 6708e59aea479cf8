"""Lists of what is to be closed, called or cancelled later are for the program, and tell nobody's data."""
import asyncio


class Client:
    def __init__(self, name):
        self.name = name
        self.is_open = True

    async def ask(self, message):
        await asyncio.sleep(0)
        return f"answer to {message}"

    async def close(self):
        await asyncio.sleep(0)
        self.is_open = False


clients = []


async def clients_to_close_ok(user_id, message):
    client = Client("a client")
    clients.append(client)
    return await client.ask(message)


async def close_all():
    for client in clients:
        await client.close()
    clients.clear()


listeners = []


def subscribe(listener):
    listeners.append(listener)


async def listeners_called_ok(user_id, message):
    subscribe(len)
    await asyncio.sleep(0)
    for listener in listeners:
        listener(message)
    return message


tasks = []


async def store(message):
    await asyncio.sleep(0)


async def tasks_to_cancel_ok(user_id, message):
    tasks.append(asyncio.create_task(store(message)))
    await asyncio.sleep(0)
    return message


async def cancel_all():
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


class Connection:
    def __init__(self, number):
        self.number = number


connections = []


async def own_connection_found_and_popped_ok(user_id, message):
    connection = Connection(message)
    connections.append(connection)
    await asyncio.sleep(0)
    for index, other in enumerate(connections):
        if other is connection:
            connections.pop(index)
            break
    return message
