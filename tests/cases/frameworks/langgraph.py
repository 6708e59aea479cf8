"""LangGraph and LangChain: nodes and tools are one for all threads of talk; plain ones run in an executor's threads."""
import asyncio
import threading

from langchain.agents import create_agent
from langchain_core.tools import tool
from langgraph.func import entrypoint, task
from langgraph.graph import StateGraph
from langgraph.prebuilt import ToolNode, create_react_agent

messages = []


async def node_keeps_in_a_module_bad(state):
    messages.append(state["question"])  # error: 4, SIS001, "messages"
    await asyncio.sleep(0)
    return {"messages": list(messages)}


async def node_gives_its_state_back_ok(state):
    await asyncio.sleep(0)
    return {"messages": [state["question"]]}


steps = 0


def plain_node_counts_in_threads_bad(state):
    global steps
    before = steps
    steps = before + 1  # error: 4, SIS003, "steps"
    return {"question": state["question"]}


locked_steps = 0
counting = threading.Lock()


def plain_node_counts_under_a_lock_ok(state):
    global locked_steps
    with counting:
        before = locked_steps
        locked_steps = before + 1
    return {"question": state["question"]}


last_question = None


def way_hangs_on_the_last_question_bad(state):
    global last_question
    last_question = state["question"]  # error: 4, SIS001, "last_question"
    return "end" if last_question.endswith("bye") else last_question


graph = StateGraph(dict)
graph.add_node("ask", node_keeps_in_a_module_bad)
graph.add_node("answer", node_gives_its_state_back_ok)
graph.add_node("count", action=plain_node_counts_in_threads_bad)
graph.add_node("locked", plain_node_counts_under_a_lock_ok)
graph.add_conditional_edges("ask", way_hangs_on_the_last_question_bad)
unnamed = 0


def node_without_a_name_bad(state):
    global unnamed
    before = unnamed
    unnamed = before + 1  # error: 4, SIS003, "unnamed"
    return {"question": state["question"]}


graph.add_node(node_without_a_name_bad)
searched = []


@tool
async def tool_of_all_threads_bad(words):
    """Search."""
    searched.append(words)  # error: 4, SIS001, "searched"
    await asyncio.sleep(0)
    return list(searched)


found = 0


@tool
def plain_tool_counts_in_threads_bad(words):
    """Search."""
    global found
    before = found
    found = before + 1  # error: 4, SIS003, "found"
    return words


looked_up = 0


def listed_tool_bad(words):
    """Look up."""
    global looked_up
    before = looked_up
    looked_up = before + 1  # error: 4, SIS003, "looked_up"
    return words


drawn = 0


def tool_of_a_named_list_bad(words):
    """Draw."""
    global drawn
    before = drawn
    drawn = before + 1  # error: 4, SIS003, "drawn"
    return words


painted = 0


def tool_of_a_node_bad(words):
    """Paint."""
    global painted
    before = painted
    painted = before + 1  # error: 4, SIS003, "painted"
    return words


agent = create_react_agent("model", [listed_tool_bad])
tools = [tool_of_a_named_list_bad]
painter = create_agent("model", tools=tools)
node = ToolNode([tool_of_a_node_bad])
written = []


@task
async def task_of_all_threads_bad(text):
    written.append(text)  # error: 4, SIS001, "written"
    await asyncio.sleep(0)
    return list(written)


@entrypoint()
async def entrance_ok(text):
    await asyncio.sleep(0)
    return text
