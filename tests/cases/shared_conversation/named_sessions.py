"""What takes the session's name with each call keeps sessions apart by it, if it is not one name for all."""
import uuid

from agno.agent import Agent
from langchain_core.chat_history import InMemoryChatMessageHistory
from langchain_core.runnables.history import RunnableWithMessageHistory
from langgraph.checkpoint.memory import MemorySaver
from langgraph.graph import StateGraph

builder = StateGraph(dict)
graph = builder.compile(checkpointer=MemorySaver())


async def thread_of_the_user_ok(user_id, message):
    await graph.ainvoke({"messages": message}, {"configurable": {"thread_id": user_id}})
    return user_id


async def one_thread_for_all_bad(user_id, message):
    config = {"configurable": {"thread_id": "1"}}
    return await graph.ainvoke({"messages": message}, config)  # error: 17, SIS009, "graph"


CONFIG = {"configurable": {"thread_id": "main"}}


async def thread_in_the_settings_of_the_module_bad(user_id, message):
    return await graph.ainvoke({"messages": message}, config=CONFIG)  # error: 17, SIS009, "graph"


THREAD = str(uuid.uuid4())


async def thread_made_once_for_the_module_bad(user_id, message):
    config = {"configurable": {"thread_id": THREAD}}
    return await graph.ainvoke({"messages": message}, config=config)  # error: 17, SIS009, "graph"


async def thread_made_for_this_call_ok(user_id, message):
    config = {"configurable": {"thread_id": str(uuid.uuid4())}}
    return await graph.ainvoke({"messages": message}, config=config)


def config_of(user_id):
    return {"configurable": {"thread_id": user_id}}


async def thread_from_a_helper_ok(user_id, message):
    await graph.ainvoke({"messages": message}, config_of(user_id))
    return user_id


class Service:
    def __init__(self):
        self.graph = builder.compile(checkpointer=MemorySaver())
        self.config = {"configurable": {"thread_id": "1"}}

    async def ask(self, message):
        return await self.graph.ainvoke({"messages": message}, self.config)  # error: 21, SIS009, "Service.graph"


service = Service()


async def thread_in_the_settings_of_an_object_bad(user_id, message):
    return await service.ask(message)


stateless = builder.compile()


async def graph_that_keeps_nothing_ok(user_id, message):
    return await stateless.ainvoke({"messages": message}, CONFIG)


histories = {}


def history_of(session_id):
    return histories.setdefault(session_id, InMemoryChatMessageHistory())


chain = RunnableWithMessageHistory("chain", history_of)


async def history_of_the_session_ok(session_id, message):
    await chain.ainvoke(message, config={"configurable": {"session_id": session_id}})
    return session_id


async def history_under_a_name_for_all_bad(user_id, message):
    return await chain.ainvoke(message, {"configurable": {"session_id": "default"}})  # error: 17, SIS009, "chain"


one_history = InMemoryChatMessageHistory()
of_nobody = RunnableWithMessageHistory("chain", lambda session_id: one_history)


async def one_history_whoever_asks_bad(session_id, message):
    config = {"configurable": {"session_id": session_id}}
    return await of_nobody.ainvoke(message, config=config)  # error: 17, SIS009, "of_nobody"


clerk = Agent(add_history_to_context=True)


async def agent_that_is_not_told_the_session_bad(user_id, message):
    return await clerk.arun(message)  # error: 17, SIS009, "clerk"


async def agent_that_is_told_the_session_ok(user_id, message):
    await clerk.arun(message, session_id=user_id)
    return user_id


adviser = Agent()


async def agent_without_history_ok(user_id, message):
    return await adviser.arun(message)
