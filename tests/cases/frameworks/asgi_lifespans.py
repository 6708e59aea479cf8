"""ASGI applications: the call with the scope of the lifespan starts and ends the program, every other one serves."""
import asyncio


async def told(application, kind, text):
    said = []

    async def receive():
        await asyncio.sleep(0)
        return {"type": kind, "body": text}

    async def send(message):
        said.append(str(message["body"]))

    await application({"type": kind, "path": text}, receive, send)
    return " ".join(said)


class Application:
    def __init__(self):
        self.state = "new"
        self.message = ""

    async def __call__(self, scope, receive, send):
        if scope["type"] == "lifespan":
            self.state = scope["path"]
            await self.begin(receive, send)
        else:
            await send({"body": scope["path"]})

    async def begin(self, receive, send):
        self.message = await receive()
        await send({"body": self.message["body"]})


served = Application()


async def state_of_the_lifespan_ok(user_id, path):
    return await told(served, "http", path)


class Guarded:
    def __init__(self):
        self.state = "new"

    async def __call__(self, scope, receive, send):
        if scope["type"] != "lifespan":
            await send({"body": scope["path"]})
            return
        self.state = scope["path"]
        message = await receive()
        await send({"body": f"{self.state} {message['body']}"})


guarded = Guarded()


async def what_is_left_after_other_scopes_ok(user_id, path):
    return await told(guarded, "http", path)


class Remembering:
    def __init__(self):
        self.path = ""

    async def __call__(self, scope, receive, send):
        if scope["type"] == "http":
            self.path = scope["path"]  # error: 12, SIS004, "path"
            await receive()
            await send({"body": self.path})


remembering = Remembering()


async def state_of_a_request_bad(user_id, path):
    return await told(remembering, "http", path)
