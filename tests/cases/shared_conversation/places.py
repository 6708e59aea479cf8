"""Wherever it is kept: in a class, around a handler, in an object of the module; behind helpers and other names."""
import asyncio

from langchain.chains import ConversationChain


class Desk:
    chain = ConversationChain(llm="small")

    async def ask(self, message):
        return await self.chain.apredict(input=message)  # error: 21, SIS009, "Desk.chain"


async def one_for_all_instances_of_a_class_bad(user_id, message):
    return await Desk().ask(message)


class OwnDesk:
    def __init__(self):
        self.chain = ConversationChain(llm="small")

    async def ask(self, message):
        return await self.chain.apredict(input=message)


async def one_for_each_instance_ok(user_id, message):
    return await OwnDesk().ask(message)


desks = {}


async def instances_under_the_users_key_ok(user_id, message):
    desk = desks.setdefault(user_id, OwnDesk())
    await desk.ask(message)
    return user_id


class SharedDesk:
    def __init__(self):
        self.chain = ConversationChain(llm="small")

    async def ask(self, message):
        return await self.chain.apredict(input=message)  # error: 21, SIS009, "SharedDesk.chain"


desk = SharedDesk()


async def attribute_of_an_object_of_the_module_bad(user_id, message):
    return await desk.ask(message)


def make_handler():
    chain = ConversationChain(llm="small")

    async def handle(message):
        return await chain.apredict(input=message)

    return handle


async def made_with_a_handler_of_this_call_ok(user_id, message):
    return await make_handler()(message)


chain = ConversationChain(llm="small")


async def answer(message):
    alias = chain
    return await alias.apredict(input=message)  # error: 17, SIS009, "'chain'"


async def behind_a_helper_and_another_name_bad(user_id, message):
    return await answer(message)


async def answer_with(own, message):
    return await own.apredict(input=message)


async def given_to_a_helper_ok(user_id, message):
    return await answer_with(ConversationChain(llm="small"), message)


started = ConversationChain(llm="small")


async def run_in_a_thread_bad(user_id, message):
    return await asyncio.to_thread(started.predict, message)  # error: 17, SIS009, "started"


async def chain_of_this_call_in_a_thread_ok(user_id, message):
    return await asyncio.to_thread(ConversationChain(llm="small").predict, message)


def build():
    made = ConversationChain(llm="small")
    return made


built = build()


async def made_by_a_function_of_the_module_bad(user_id, message):
    return await built.apredict(input=message)  # error: 17, SIS009, "built"


async def made_by_the_function_in_this_call_ok(user_id, message):
    return await build().apredict(input=message)
