"""dspy, as far as cases need it: a program answers with the questions of its history."""
import asyncio


class History:
    def __init__(self, messages):
        self.messages = messages


class Predict:
    def __init__(self, signature):
        self.signature = signature

    async def acall(self, history):
        await asyncio.sleep(0)
        return [each["question"] for each in history.messages]
