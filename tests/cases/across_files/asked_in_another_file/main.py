"""A coroutine that asks at the terminal by way of another file works for the one user who sits there; one that only
looks something up there may work for many."""
from terminal import asked, looked_up

topic = ""


# not executed: it asks at the terminal
async def topic_of_the_user_at_the_terminal_ok(user_id, message):
    global topic
    topic = message
    await asked("Go on? ")
    return topic


subject = ""


async def subject_of_many_users_bad(user_id, message):
    global subject
    subject = message  # error: 4, SIS001, "subject"
    await looked_up("Go on?")
    return subject
