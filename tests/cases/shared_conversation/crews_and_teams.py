"""Crews write a run's inputs into themselves, agents of AutoGen keep what they hear: one for all mixes its users."""
import asyncio

from autogen import AssistantAgent, UserProxyAgent
from crewai import Crew, Task

crew = Crew(tasks=[Task("Write about {topic}")])


async def one_crew_for_all_bad(user_id, topic):
    return await crew.kickoff_async(inputs={"topic": topic})  # error: 17, SIS009, "crew"


async def copy_of_the_crew_ok(user_id, topic):
    return await crew.copy().kickoff_async(inputs={"topic": topic})


async def crew_of_this_call_ok(user_id, topic):
    own = Crew(tasks=[Task("Write about {topic}")])
    return await own.kickoff_async(inputs={"topic": topic})


assistant = AssistantAgent("assistant")
proxy = UserProxyAgent("proxy")


async def one_pair_of_agents_for_all_bad(user_id, message):
    return await proxy.a_initiate_chat(assistant, message=message)  # error: 17, SIS009, "proxy"


async def pair_of_agents_of_this_call_ok(user_id, message):
    own = UserProxyAgent("proxy")
    await asyncio.sleep(0)
    return await own.a_initiate_chat(AssistantAgent("assistant"), message=message)
