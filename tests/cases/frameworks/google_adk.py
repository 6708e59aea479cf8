"""Google ADK: an agent and its tools are one for all users; plain tools are called on the loop itself."""
import asyncio

from google.adk.agents import Agent, BaseAgent, LlmAgent
from google.adk.tools import BaseTool, FunctionTool, ToolContext

orders = []


async def tool_of_a_list_bad(order):
    orders.append(order)  # error: 4, SIS001, "orders"
    await asyncio.sleep(0)
    return list(orders)


basket = []


# on the loop: plain tools are called there
def plain_tool_of_a_list_bad(item):
    basket.append(item)  # error: 4, SIS001, "basket"
    return list(basket)


async def state_of_the_session_ok(city, tool_context: ToolContext):
    await tool_context.actions()
    return f"{tool_context.state['city']} before {city}"


root_agent = Agent(name="shop", tools=[tool_of_a_list_bad, plain_tool_of_a_list_bad, state_of_the_session_ok])
asked = 0


# on the loop: plain tools are called there
def plain_tool_counts_on_the_loop_ok(question):
    global asked
    before = asked
    asked = before + 1
    return question


counting = LlmAgent(name="counting", tools=[FunctionTool(func=plain_tool_counts_on_the_loop_ok)])
last_city = None


# on the loop: plain tools are called there
def city_of_the_last_caller_bad(city):
    global last_city
    before = last_city
    last_city = city  # error: 4, SIS001, "last_city"
    return f"{city} after {before}"


weather = LlmAgent(name="weather", tools=[FunctionTool(city_of_the_last_caller_bad)])
prompts = []


# on the loop: plain callbacks are called there
def callback_before_the_model_bad(callback_context, request):
    prompts.append(request)  # error: 4, SIS001, "prompts"
    return list(prompts)


watched = LlmAgent(name="watched", before_model_callback=callback_before_the_model_bad)


class Guessing(BaseAgent):
    """One instance answers everybody."""

    def __init__(self):
        self.guesses = []

    async def _run_async_impl(self, context):
        self.guesses.append(context.said)  # error: 8, SIS004, "guesses"
        await asyncio.sleep(0)
        return list(self.guesses)


agents = {"guessing": Guessing()}


async def agent_remembers_guesses_bad(context):
    return await agents["guessing"]._run_async_impl(context)


searched = []


class Search(BaseTool):
    """One instance is called for everybody."""

    async def run_async(self, words, tool_context):
        searched.append(words)  # error: 8, SIS001, "searched"
        await asyncio.sleep(0)
        return list(searched)


async def tool_class_keeps_in_a_module_bad(words, tool_context):
    return await Search().run_async(words, tool_context)


# not executed: the context brings nothing here
async def state_shared_on_purpose_ok(city, tool_context: ToolContext):
    before = tool_context.state.get("app:city")
    tool_context.state["app:city"] = city
    return before


board = Agent(name="board", tools=[state_shared_on_purpose_ok])
