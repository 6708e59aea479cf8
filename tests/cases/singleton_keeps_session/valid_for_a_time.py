"""Until when the token of the program is valid is nobody's time; a deadline of one call, or one user's token, is."""
import asyncio
import time


async def ask(question):
    await asyncio.sleep(0)
    return {"answer": question}


class Account:
    def __init__(self):
        self.is_known = False
        self.expires = 0.0

    async def renew(self):
        self.is_known = True
        self.expires = time.monotonic() + 3600
        await ask("keep")
        await ask(self.expires * 1000)

    async def call(self, question):
        if not self.is_known:
            await self.renew()
        found = await ask(question)
        if not found:
            await self.renew()
        return found["answer"]


account = Account()


async def time_of_the_programs_token_renewed_when_refused_ok(user_id, message):
    return await account.call(message)


class Work:
    def __init__(self):
        self.deadline = 0.0

    def begin(self):
        self.deadline = time.monotonic() + 30  # error: 8, SIS004, "deadline"

    async def run(self, message):
        self.begin()
        await ask(message)
        left = self.deadline - time.monotonic()
        return f"{message} {left > 0}"


work = Work()


# not executed: the time of day is another one at each run
async def deadline_of_one_call_bad(user_id, message):
    return await work.run(message)


class Visits:
    def __init__(self):
        self.is_known = False
        self.until = 0.0

    async def renew(self, user_id):
        self.is_known = True
        self.until = time.monotonic() + len(await ask(user_id))  # error: 8, SIS004, "until"
        await ask("keep")
        await ask(self.until * 1000)

    async def call(self, user_id):
        if not self.is_known:
            await self.renew(user_id)
        found = await ask(user_id)
        if not found:
            await self.renew(user_id)
        return found["answer"]


visits = Visits()


# not executed: the time of day is another one at each run
async def time_of_one_users_visit_bad(user_id, message):
    return await visits.call(user_id)
