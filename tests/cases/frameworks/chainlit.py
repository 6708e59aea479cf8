"""chainlit: every hook but that of the application's start serves a chat; what belongs to a chat goes into its session."""
import asyncio
from functools import partial

import chainlit as cl


class Chain:
    """Stands in for what answers: it knows for whom it was made."""

    def __init__(self, user):
        self.user = user

    async def answer(self, text):
        await asyncio.sleep(0)
        return f"{self.user}, you said {text}"


history = []


@cl.on_message
async def history_of_all_chats_bad(message):
    history.append(message.content)  # error: 4, SIS001, "history"
    await cl.Message(content="one moment").send()
    return list(history)


customer = None


@cl.on_chat_start
async def start_of_a_chat_sets_a_global_bad(chat):
    global customer
    customer = chat.user_id  # error: 4, SIS001, "customer"
    await cl.Message(content="welcome").send()
    return f"Hello {customer}"


chain = None


@cl.on_chat_start
async def chain_made_for_the_last_chat_bad(chat):
    global chain
    chain = Chain(chat.user_id)  # error: 4, SIS001, "chain"
    await cl.Message(content="welcome").send()
    return await answered(chat.content)


@cl.on_message
async def answered(text):
    return await chain.answer(text)


@cl.on_chat_start
async def chain_in_the_users_session_ok(chat):
    cl.user_session.set("chain", Chain(chat.user_id))
    await cl.Message(content="welcome").send()
    return await cl.user_session.get("chain").answer(chat.content)


mood = "friendly"


@cl.on_settings_update
async def settings_of_one_are_in_force_for_all_bad(settings):
    global mood
    mood = settings["mood"]  # error: 4, SIS001, "mood"
    await asyncio.sleep(0)
    return mood


profiles = []


@cl.on_app_startup
async def load_profiles():
    for name in ("short", "long"):
        await asyncio.sleep(0)
        profiles.append(name)


@cl.set_chat_profiles
async def loaded_at_the_start_ok(user):
    await asyncio.sleep(0)
    return [f"{name} for {user}" for name in profiles]


stopped = None


# on the loop: chainlit calls plain hooks itself, and nobody comes between two lines
@cl.on_stop
def plain_hook_is_not_interrupted_ok(user):
    global stopped
    stopped = user
    return f"{stopped} has stopped"


stopping = None


# on the loop: chainlit calls plain hooks itself
@cl.on_stop
def plain_hook_finds_who_was_before_bad(user):
    global stopping
    before = stopping
    stopping = user  # error: 4, SIS001, "stopping"
    return f"{user} has stopped after {before}"


last = None


@cl.step(type="tool")
async def step_remembers_its_question_bad(question):
    global last
    last = question  # error: 4, SIS001, "last"
    await asyncio.sleep(0)
    return f"looked for {last}"


@cl.action_callback("rate")
async def rating_handed_to_a_helper_ok(action):
    note = partial("{} rated {}".format, action.user_id)
    await asyncio.sleep(0)
    return note(action.value)


@cl.cache
def answers_of_all():
    return []


@cl.on_message
async def kept_in_the_cache_bad(message: cl.Message):
    answers = answers_of_all()
    answers.append(message.content)  # error: 4, SIS006, "answers_of_all"
    await cl.Message("thanks").send()
    return list(answers)


topic = ""


@cl.on_message
async def main(message):
    global topic
    topic = message.content  # error: 4, SIS001, "topic"
    await cl.Message("one moment").send()
    return topic


async def handler_is_called_main_bad(message):
    return await main(message)


class Turn:
    def __init__(self, text):
        self.text = text


turns = []


@cl.on_message
async def answer_to_the_turns_of_all_bad(message):
    turns.append(Turn(message.content))  # error: 4, SIS001, "turns"
    answer = ", ".join([turn.text for turn in turns])
    await cl.Message(content=answer).send()
    return answer


noted = []


@cl.on_message
async def turns_that_nobody_is_shown_ok(message):
    noted.append(Turn(message.content))
    answer = ", ".join([message.content])
    await cl.Message(content=answer).send()
    return answer


lines = []


# not executed: the reply is what is sent, and not the result
@cl.on_message
async def message_of_the_turns_of_all_bad(message):
    lines.append(Turn(message.content))  # error: 4, SIS001, "lines"
    await cl.Message(content=", ".join(turn.text for turn in lines)).send()


kept = []


# not executed: the reply is what is sent, and not the result
@cl.on_message
async def message_of_its_own_text_ok(message):
    kept.append(Turn(message.content))
    await cl.Message(content=message.content).send()


profile = None


@cl.on_chat_start
async def profile_of_the_last_chat_bad(chat):
    global profile
    cl.user_session.set("user", chat.user_id)
    profile = cl.user_session.get("user")  # error: 4, SIS001, "profile"
    await cl.Message(content="welcome").send()
    return f"Hello {profile}"


@cl.on_chat_start
async def profile_of_this_chat_ok(chat):
    cl.user_session.set("user", chat.user_id)
    own = cl.user_session.get("user")
    await cl.Message(content="welcome").send()
    return f"Hello {own}"
