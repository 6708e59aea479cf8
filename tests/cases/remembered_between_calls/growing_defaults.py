"""A default list is made once: what one call appends to it, the next call finds. A copy, or a list made in the body, is another."""
import asyncio


async def complete(messages):
    answer = "You said: " + ", ".join(messages)
    await asyncio.sleep(0)
    return answer


async def appended_bad(user_id, message, messages=[]):
    messages.append(message)  # error: 4, SIS006, "'appended_bad' appends to 'appended_bad.messages'"
    return await complete(messages)


async def none_ok(user_id, message, messages=None):
    if messages is None:
        messages = []
    messages.append(message)
    return await complete(messages)


def with_message(message, messages=[]):
    messages.append(message)  # error: 4, SIS006, "with_message.messages"
    return messages


async def plain_helper_bad(user_id, message):
    return await complete(with_message(message))


def with_message_after(message, before=[]):
    before.append(message)
    return before


async def always_given_ok(user_id, message):
    return await complete(with_message_after(message, [user_id]))


async def given_by_name_ok(user_id, message):
    return await complete(with_message_after(message, before=[user_id]))


def renamed(message, messages=[]):
    mine = messages
    mine.append(message)  # error: 4, SIS006, "renamed.messages"
    return mine


async def under_another_name_bad(user_id, message):
    return await complete(renamed(message))


def longer(message, messages=[]):
    messages += [message]  # error: 4, SIS006, "longer.messages"
    return messages


async def added_in_place_bad(user_id, message):
    return await complete(longer(message))


def another(message, messages=[]):
    messages = messages + [message]
    return messages


async def added_to_a_copy_ok(user_id, message):
    return await complete(another(message))


def put(messages, message):
    messages.append(message)  # error: 4, SIS006, "by_helper.messages"


def by_helper(message, messages=[]):
    put(messages, message)
    return messages


async def appended_by_a_helper_bad(user_id, message):
    return await complete(by_helper(message))


def put_into_any(messages, message):
    messages.append(message)


def by_helper_into_a_copy(message, messages=[]):
    mine = list(messages)
    put_into_any(mine, message)
    return mine


async def helper_given_a_copy_ok(user_id, message):
    return await complete(by_helper_into_a_copy(message))


def words_of(text, found=[]):
    head, _, rest = text.partition(" ")
    found.append(head)  # error: 4, SIS006, "words_of.found"
    return words_of(rest, found) if rest else found


async def collected_by_recursion_bad(user_id, message):
    return await complete(words_of(message))


def words_in(text, found=()):
    head, _, rest = text.partition(" ")
    return words_in(rest, (*found, head)) if rest else (*found, head)


async def tuple_passed_down_ok(user_id, message):
    return await complete(words_in(message))


def new_if_empty(message, messages=[]):
    messages = messages or []
    messages.append(message)
    return messages


async def empty_default_replaced_ok(user_id, message):
    return await complete(new_if_empty(message))


def new_unless_given(message, messages=[]):
    if not messages:
        messages = []
    messages.append(message)
    return messages


async def empty_default_replaced_by_if_ok(user_id, message):
    return await complete(new_unless_given(message))


def kept_if_full(message, messages=["Be polite."]):
    messages = messages or []
    messages.append(message)  # error: 4, SIS006, "kept_if_full.messages"
    return messages


async def full_default_kept_bad(user_id, message):
    return await complete(kept_if_full(message))


def only_read(message, before=["Be polite."]):
    return [*before, message]


async def only_read_ok(user_id, message):
    return await complete(only_read(message))


def copied_by_slice(message, messages=[]):
    messages = messages[:]
    messages.append(message)
    return messages


async def copied_by_slice_ok(user_id, message):
    return await complete(copied_by_slice(message))


def emptied(message, messages=[]):
    messages.clear()
    messages.append(message)
    return ", ".join(messages)


async def emptied_first_ok(user_id, message):
    return emptied(message)


async def made_at_each_call_ok(user_id, message):
    def say(text, said=[]):
        said.append(text)
        return said
    return await complete(say(message))


class Settings:
    start = ["Be polite."]


def from_settings(message, messages=Settings.start):
    messages.append(message)
    return messages


# missed: a default that is given by a name is not looked up
async def missed_default_by_name_bad(user_id, message):
    return await complete(from_settings(message))
