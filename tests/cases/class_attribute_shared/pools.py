"""What the program puts into a list of a class and takes out again is a pool; what is a session's there is not."""
import asyncio


class Client:
    tokens = []

    @classmethod
    async def renew(cls):
        cls.tokens.append(object())
        await asyncio.sleep(0)

    @classmethod
    async def ask(cls):
        is_known = bool(cls.tokens.pop()) if cls.tokens else False
        await asyncio.sleep(0)
        return is_known


async def token_is_put_ok(name):
    await Client.renew()
    return "put"


# not executed: it has no parameter
async def token_is_taken_ok():
    return await Client.ask()


class Agent:
    messages = []

    def note(self, message):
        self.messages.append(message)  # error: 8, SIS002, "Agent.messages"
        return self.messages.pop() if len(self.messages) > 1 else message


async def instances_fill_it_bad(message):
    agent = Agent()
    agent.note(message)
    await asyncio.sleep(0)
    return list(agent.messages)


class Desk:
    latest = []

    @classmethod
    async def note(cls, message):
        cls.latest.append(message)  # error: 8, SIS002, "Desk.latest"
        await asyncio.sleep(0)
        if len(cls.latest) > 1:
            cls.latest.pop(0)
        return list(cls.latest)


async def history_is_kept_short_bad(message):
    return await Desk.note(message)


class Outbox:
    drafts = []

    @classmethod
    def write(cls, text):
        cls.drafts.append(text)  # error: 8, SIS002, "Outbox.drafts"

    @classmethod
    def send(cls):
        return cls.drafts.pop(0)


async def draft_of_another_session_is_sent_bad(text):
    Outbox.write(text)
    await asyncio.sleep(0)
    return Outbox.send()
