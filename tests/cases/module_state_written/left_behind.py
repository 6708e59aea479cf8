"""What was set for one user is still there for the next one, even if nothing pauses in between."""
import asyncio

voice = "neutral"


def set_voice(name):
    global voice
    voice = name  # error: 4, SIS001, "voice"


async def speak(text):
    await asyncio.sleep(0)
    return f"{voice}: {text}"


async def set_in_one_function_and_in_force_in_another_bad(user_id, message):
    if not message.endswith("?"):
        set_voice(user_id)
    return await speak(message)


voices = {}


def set_voice_of(user_id, name):
    voices[user_id] = name


async def speak_to(user_id, text):
    await asyncio.sleep(0)
    return f"{voices.get(user_id)}: {text}"


async def set_under_the_key_of_the_user_ok(user_id, message):
    if not message.endswith("?"):
        set_voice_of(user_id, user_id)
    return await speak_to(user_id, message)


owner = None


async def first_user_stays_for_all_bad(user_id):
    global owner
    if owner is None:
        owner = user_id  # error: 8, SIS001, "owner"
    await asyncio.sleep(0)
    return f"this is the page of {owner}"


owners = {}


async def first_visit_of_each_user_stays_ok(user_id):
    if user_id not in owners:
        owners[user_id] = user_id
    await asyncio.sleep(0)
    return f"this is the page of {owners[user_id]}"


previous = None


# missed: only being a coroutine shows that this function serves, and it reads before it writes and pauses
async def missed_previous_message_answered_bad(user_id, message):
    global previous
    answer = f"before that I heard {previous}"
    previous = message
    await asyncio.sleep(0)
    return answer


previous_of = {}


async def previous_message_of_the_user_answered_ok(user_id, message):
    answer = f"before that I heard {previous_of.get(user_id)}"
    previous_of[user_id] = message
    await asyncio.sleep(0)
    return answer


draft = None


async def keep_draft(message):
    global draft
    draft = message  # error: 4, SIS001, "draft"


async def send_draft():
    return f"sent {draft}"


async def kept_by_one_coroutine_and_sent_by_another_bad(user_id, message):
    await keep_draft(message)
    await asyncio.sleep(0)
    return await send_draft()


drafts = {}


async def keep_draft_of(user_id, message):
    drafts[user_id] = message


async def send_draft_of(user_id):
    return f"sent {drafts.get(user_id)}"


async def kept_and_sent_under_the_key_of_the_user_ok(user_id, message):
    await keep_draft_of(user_id, message)
    return await send_draft_of(user_id)


is_muted = False


# not executed: whether it shows depends on what is said
# missed: a literal that is set in a branch on session data does not count as session data
async def missed_flag_set_on_the_word_of_one_user_bad(user_id, message):
    global is_muted
    if message == "mute":
        is_muted = True
    await asyncio.sleep(0)
    return "silence" if is_muted else "sound"


muted = {}


async def flag_of_the_user_ok(user_id, message):
    if message == "mute":
        muted[user_id] = True
    await asyncio.sleep(0)
    return "silence" if muted.get(user_id) else "sound"


turns = []


async def list_emptied_and_filled_with_ones_own_bad(user_id, message):
    turns.clear()
    turns.append(message)  # error: 4, SIS001, "turns"
    await asyncio.sleep(0)
    return ", ".join(turns)
