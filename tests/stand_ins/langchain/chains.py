"""Chains answer with everything that they remember."""
import asyncio

from langchain.memory import ConversationBufferMemory


class LLMChain:
    def __init__(self, llm=None, prompt=None, memory=None, **_options):
        self.memory = memory

    def predict(self, input):
        if self.memory is None:
            return input
        self.memory.save_context({"input": input}, {})
        return self.memory.buffer

    async def apredict(self, input):
        await asyncio.sleep(0)
        return self.predict(input)

    async def ainvoke(self, inputs):
        return await self.apredict(inputs["input"])

    def __call__(self, inputs):
        return self.predict(inputs["input"])


class ConversationChain(LLMChain):
    def __init__(self, llm=None, memory=None, **options):
        super().__init__(llm, memory=ConversationBufferMemory() if memory is None else memory, **options)
