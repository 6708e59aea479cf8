"""An identifier that each run makes anew belongs to that run, whoever started it."""
import asyncio
import uuid


def one_for_all(cls):
    """What somebody may do in another file."""
    return eval("cls")()


class Agent:
    def __init__(self):
        self.run_id = None

    async def run(self):
        run_id = str(uuid.uuid4())
        self.run_id = run_id  # error: 8, SIS104, "'run' sets 'Agent.run_id'"
        await asyncio.sleep(0)
        return self.run_id == run_id


agent = one_for_all(Agent)


async def identifier_of_a_run_bad(user):
    return await agent.run()


class Client:
    def __init__(self):
        self.client_id = None

    async def identify(self):
        if self.client_id is None:
            self.client_id = str(uuid.uuid4())
        await asyncio.sleep(0)
        return len(self.client_id)


client = one_for_all(Client)


async def identifier_of_the_object_ok(user):
    return await client.identify()


class Passing:
    async def run(self):
        run_id = str(uuid.uuid4())
        await asyncio.sleep(0)
        return len(run_id)


passing = one_for_all(Passing)


async def passed_on_ok(user):
    return await passing.run()


class Runner:
    def __init__(self):
        self.loud = False
        self.run_id = None

    async def run(self, loud):
        run_id = str(uuid.uuid4())
        self.loud = loud
        self.run_id = run_id  # error: 8, SIS104, "'run' sets 'Runner.run_id'"
        await asyncio.sleep(0)
        return self.run_id == run_id, self.loud


runner = one_for_all(Runner)


async def identifier_beside_a_choice_bad(user):
    return await runner.run(user)
