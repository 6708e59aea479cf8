"""crewAI, as far as cases need it: a run writes its inputs into the crew's tasks."""
import asyncio


class Task:
    def __init__(self, description):
        self.description = description
        self.text = description


class Crew:
    def __init__(self, tasks):
        self.tasks = tasks

    def copy(self):
        return Crew([Task(each.description) for each in self.tasks])

    async def kickoff_async(self, inputs):
        for task in self.tasks:
            task.text = task.description.format(**inputs)
        await asyncio.sleep(0)
        return ", ".join(task.text for task in self.tasks)
