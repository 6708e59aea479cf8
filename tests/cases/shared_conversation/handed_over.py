"""Agents and runners that keep nothing themselves answer from the session they are given."""
from agents import Agent, Runner, SQLiteSession

agent = Agent(name="clerk")


async def agent_without_a_session_ok(user_id, message):
    return await Runner.run(agent, message)


session = SQLiteSession("everybody")


async def one_session_for_all_bad(user_id, message):
    return await Runner.run(agent, message, session=session)  # error: 17, SIS009, "session"


async def session_of_the_user_ok(user_id, message):
    return await Runner.run(agent, message, session=SQLiteSession(user_id))


sessions = {}


async def session_kept_for_the_user_ok(user_id, message):
    own = sessions.setdefault(user_id, SQLiteSession(user_id))
    await Runner.run(agent, message, session=own)
    return user_id


written_by_hand = SQLiteSession("everybody")


async def items_added_by_hand_bad(user_id, message):
    await written_by_hand.add_items([message])  # error: 10, SIS009, "written_by_hand"
    return await written_by_hand.get_items()
