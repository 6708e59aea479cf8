"""Bot Framework: one bot answers every turn, and one dialog object leads every conversation."""
import asyncio

from botbuilder.core import ActivityHandler, TurnContext
from botbuilder.dialogs import ComponentDialog, WaterfallDialog

history = []


class Forgetless(ActivityHandler):
    async def on_message_activity(self, turn_context: TurnContext):
        history.append(turn_context.activity.text)  # error: 8, SIS001, "history"
        await turn_context.send_activity("one moment")
        return list(history)


async def history_of_all_conversations_bad(turn_context):
    return await Forgetless().on_message_activity(turn_context)


histories = {}


class Keyed(ActivityHandler):
    async def on_message_activity(self, turn_context: TurnContext):
        key = turn_context.activity.conversation.id
        histories[key] = [*histories.get(key, ()), turn_context.activity.text]
        await turn_context.send_activity("one moment")
        return key


async def history_of_each_conversation_ok(turn_context):
    return await Keyed().on_message_activity(turn_context)


class Remembering(ActivityHandler):
    def __init__(self):
        self.user = ""

    async def on_message_activity(self, turn_context: TurnContext):
        self.user = turn_context.activity.from_property.id  # error: 8, SIS004, "user"
        await turn_context.send_activity("one moment")
        return f"Hello {self.user}"


bots = {"remembering": Remembering()}


async def bot_remembers_its_user_bad(turn_context):
    return await bots["remembering"].on_message_activity(turn_context)


wishes = []


class Wishes(ComponentDialog):
    """Its steps are methods of one object."""

    def __init__(self):
        super().__init__("wishes")
        self.add_dialog(WaterfallDialog("steps", [self.ask, self.finish]))

    async def ask(self, step_context):
        await step_context.prompt("What do you wish?")
        return step_context.result

    async def finish(self, step_context):
        wishes.append(step_context.result)  # error: 8, SIS001, "wishes"
        await step_context.context.send_activity("noted")
        return list(wishes)


async def step_keeps_in_a_module_bad(step_context):
    return await Wishes().finish(step_context)


class Profile(ComponentDialog):
    """Its steps are methods of one object."""

    def __init__(self):
        super().__init__("profile")
        self.name = ""
        self.add_dialog(WaterfallDialog("steps", [self.finish]))

    async def finish(self, step_context):
        self.name = step_context.result  # error: 8, SIS004, "name"
        await step_context.context.send_activity("noted")
        return f"Hello {self.name}"


bots["profile"] = Profile()


async def dialog_remembers_a_name_bad(step_context):
    return await bots["profile"].finish(step_context)


async def values_of_the_conversation_ok(step_context):
    name = step_context.values["name"]
    await step_context.context.send_activity("noted")
    return f"Hello {name}"


waterfall = WaterfallDialog("values", [values_of_the_conversation_ok])
