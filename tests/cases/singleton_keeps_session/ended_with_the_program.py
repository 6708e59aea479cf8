"""What closes an object that serves all ends with the program; a response has the form of an application and is made
for one request."""
import asyncio


async def rest():
    await asyncio.sleep(0)


class Worker:
    def __init__(self):
        self.letters = []

    async def put(self, letter):
        self.letters.append(letter)
        await rest()

    async def close(self):
        return await post([*self.letters])


async def post(letters):
    await rest()
    return letters


worker = Worker()


async def rest_is_posted_at_the_end_ok(user_id, message):
    await worker.put(message)
    return user_id


class Room:
    def __init__(self):
        self.letters = []

    async def put(self, letter):
        self.letters.append(letter)  # error: 8, SIS004, "letters"
        await rest()

    async def close(self, user_id):
        return [user_id, *self.letters]


room = Room()


async def closed_by_one_of_its_users_bad(user_id, message):
    await room.put(message)
    return await room.close(user_id)


class Answer:
    def __init__(self, status_code=200):
        self.status_code = status_code
        self.headers = {}

    async def __call__(self, scope, receive, send):
        self.headers["length"] = scope["path"]
        await send({"type": "http.response.start", "status": self.status_code, "headers": []})
        await send({"type": "http.response.body", "body": self.headers["length"].encode()})


async def nothing():
    await rest()


async def answered(make, path):
    sent = []

    async def send(event):
        await rest()
        sent.append(event)

    await make()({"path": path}, nothing, send)
    return sent[-1]["body"]


async def response_of_one_request_ok(message):
    return await answered(Answer, message)


class Pages:
    def __init__(self):
        self.headers = {}

    async def __call__(self, scope, receive, send):
        self.headers["length"] = scope["path"]  # error: 8, SIS004, "headers"
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": self.headers["length"].encode()})


pages = Pages()


async def headers_of_an_application_bad(message):
    return await answered(lambda: pages, message)
