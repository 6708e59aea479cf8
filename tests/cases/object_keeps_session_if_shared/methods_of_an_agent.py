"""Classes of a library whose users are not in sight; here one object of each serves all, as in many a server."""
import asyncio


def one_for_all(cls):
    """What somebody may do in another file."""
    return eval("cls")()


class Agent:
    def __init__(self):
        self.user_id = None

    async def run(self, user_id, message):
        self.user_id = user_id  # error: 8, SIS104, "if shared: 'run' sets 'Agent.user_id'"
        await asyncio.sleep(0)
        return f"{self.user_id}: {message}"


agent = one_for_all(Agent)


async def attribute_for_a_run_bad(user, message):
    return await agent.run(user, message)


class Assistant:
    def __init__(self):
        self.messages = []

    async def ask(self, message):
        self.messages.append(message)  # error: 8, SIS104, "'ask' appends to 'Assistant.messages'"
        await asyncio.sleep(0)
        return " ".join(self.messages)


assistant = one_for_all(Assistant)


async def history_bad(user, message):
    return await assistant.ask(message)


class Runner:
    def __init__(self):
        self.run_input = None

    def _begin(self, message):
        self.run_input = message  # error: 8, SIS104, "'run' sets 'Runner.run_input'"

    async def _step(self):
        await asyncio.sleep(0)
        return self.run_input

    async def run(self, message):
        self._begin(message)
        return await self._step()


runner = one_for_all(Runner)


async def helpers_bad(user, message):
    return await runner.run(message)


class Speaker:
    def __init__(self):
        self.last = None

    async def parts(self, message):
        self.last = message  # error: 8, SIS104, "'parts' sets 'Speaker.last'"
        for word in message.split():
            yield word
        await asyncio.sleep(0)
        yield self.last


speaker = one_for_all(Speaker)


async def generator_bad(user, message):
    return [part async for part in speaker.parts(message)]


class Passing:
    async def run(self, user_id, message):
        await asyncio.sleep(0)
        return f"{user_id}: {message}"


passing = one_for_all(Passing)


async def passed_on_ok(user, message):
    return await passing.run(user, message)


class Keyed:
    def __init__(self):
        self.messages = {}

    async def ask(self, user_id, message):
        self.messages[user_id] = message
        await asyncio.sleep(0)
        return user_id


keyed = one_for_all(Keyed)


async def key_for_each_session_ok(user, message):
    return await keyed.ask(user, message)


class Conversation:
    """Made for one session, as is to be seen below."""

    def __init__(self):
        self.user_id = None

    async def run(self, user_id):
        self.user_id = user_id
        await asyncio.sleep(0)
        return self.user_id


async def made_for_the_call_ok(user):
    conversation = Conversation()
    return await conversation.run(user)


class Connected:
    def __init__(self):
        self.address = None

    def connect(self, address):
        self.address = address

    async def send(self, message):
        await asyncio.sleep(0)
        return f"{self.address} {message}"


connected = one_for_all(Connected)
connected.connect("here")


async def set_at_the_start_ok(user, message):
    return await connected.send(message)


class Counting:
    def __init__(self):
        self.calls = 0

    async def send(self, message):
        self.calls += 1
        await asyncio.sleep(0)
        return message


counting = one_for_all(Counting)


async def statistics_ok(user, message):
    return await counting.send(message)


class Listening:
    def __init__(self):
        self.callback = None

    async def run(self, callback):
        self.callback = callback
        await asyncio.sleep(0)
        return self.callback("done")


listening = one_for_all(Listening)


async def callback_for_what_comes_ok(user, message):
    return await listening.run(callback=len)
