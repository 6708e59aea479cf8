"""What a thread notes of its own work belongs to no session; what it notes of the data that it was given does."""
import asyncio


def processed(name):
    return name.upper()


class Pipeline:
    def __init__(self):
        self.steps = []

    def extend(self):
        self.steps.append(processed("batch"))


pipeline = Pipeline()


def steps_of_the_pipeline():
    return len([each for each in pipeline.steps if each])


async def step_of_the_program_ok(user_id):
    await asyncio.to_thread(pipeline.extend)
    await asyncio.to_thread(steps_of_the_pipeline)
    return user_id


class Journal:
    def __init__(self):
        self.steps = []

    def extend(self, user_id):
        self.steps.append(processed(user_id))  # error: 8, SIS004, "steps"


journal = Journal()


def steps_of_the_journal():
    return [each for each in journal.steps if each]


async def step_of_a_session_bad(user_id):
    await asyncio.to_thread(journal.extend, user_id)
    return await asyncio.to_thread(steps_of_the_journal)
