"""Microsoft 365 Agents SDK: one application object serves every turn, each as a task."""
from microsoft_agents.hosting.core import AgentApplication, MemoryStorage, TurnContext, TurnState

agent = AgentApplication(storage=MemoryStorage())
history = []


@agent.activity("message")
async def history_of_all_conversations_bad(context: TurnContext, state: TurnState):
    history.append(context.activity.text)  # error: 4, SIS001, "history"
    await context.send_activity("one moment")
    return list(history)


histories = {}


@agent.activity("message")
async def history_of_each_conversation_ok(context: TurnContext, state: TurnState):
    key = context.activity.conversation.id
    histories[key] = [*histories.get(key, ()), context.activity.text]
    await context.send_activity("one moment")
    return key


name = ""


async def added_route_sets_a_global_bad(context, state):
    global name
    name = context.activity.text  # error: 4, SIS001, "name"
    await context.send_activity("one moment")
    return f"Hello {name}"


agent.add_route(lambda context: True, added_route_sets_a_global_bad)


@agent.message("/name")
async def state_of_the_conversation_ok(context: TurnContext, state: TurnState):
    await context.send_activity("one moment")
    return f"Hello {state.conversation.id}"
