"""A conversation that the call has just put there is its own; one that it finds there is everybody's."""
import asyncio

from crewai import Crew, Task


async def read_file(name):
    await asyncio.sleep(0)
    return f"Write about {name}"


class Manager:
    def __init__(self):
        self.team = None

    async def made(self, name) -> Crew:
        text = await read_file(name)
        self.team = Crew(tasks=[Task(text)])
        return self.team

    async def run(self, topic):
        team = await self.made("team")
        return await team.kickoff_async(inputs={"topic": topic})


manager = Manager()


async def made_by_this_call_ok(user_id, topic):
    return await manager.run(topic)


class Keeper:
    def __init__(self):
        self.kept = None

    async def found(self, name) -> Crew:
        if self.kept is None:
            self.kept = Crew(tasks=[Task("Write about {topic}")])
            await read_file(name)
        return self.kept

    async def run_again(self, topic):
        team = await self.found("team")
        return await team.kickoff_async(inputs={"topic": topic})  # error: 21, SIS009, "Keeper.kept"


keeper = Keeper()


async def found_there_bad(user_id, topic):
    return await keeper.run_again(topic)
