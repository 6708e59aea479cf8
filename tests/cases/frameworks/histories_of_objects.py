"""A list of the project's own objects is a history where a reply is made of an attribute of each element, also by a
call; where an element is searched for, it is a list of things."""
import asyncio


class Turn:
    def __init__(self, user, text):
        self.user = user
        self.text = text


async def complete(prompt):
    await asyncio.sleep(0)
    return f"You said: {prompt}"


joined = []


async def prompt_of_all_turns_bad(user_id, message):
    joined.append(Turn(user_id, message))  # error: 4, SIS001, "joined"
    return "\n".join(turn.text for turn in joined)


asked = []


async def answer_to_all_turns_bad(user_id, message):
    asked.append(Turn(user_id, message))  # error: 4, SIS001, "asked"
    answer = await complete([{"role": turn.user, "content": turn.text} for turn in asked])
    return answer


added = []


async def prompt_made_in_a_loop_bad(user_id, message):
    added.append(Turn(user_id, message))  # error: 4, SIS001, "added"
    prompt = ""
    for turn in added:
        prompt += f"{turn.user}: {turn.text}"
    return await complete(prompt)


searched = []


async def turns_of_the_user_ok(user_id, message):
    searched.append(Turn(user_id, message))
    return await complete([turn.text for turn in searched if turn.user == user_id])


met = []


async def turn_of_the_user_ok(user_id, message):
    met.append(Turn(user_id, message))
    for turn in met:
        if turn.user == user_id:
            return await complete(turn.text)
    return "nobody"


async def turns_of_this_call_ok(user_id, message):
    own = [Turn(user_id, message)]
    return await complete([turn.text for turn in own])


class Panel:
    def __init__(self):
        self.turns = []

    def hear(self, user, text):
        self.turns.append(Turn(user, text))  # error: 8, SIS004, "Panel.turns"

    def script(self):
        return "\n".join(f"{turn.user}: {turn.text}" for turn in self.turns)


panel = Panel()


async def script_of_an_object_bad(user_id, message):
    panel.hear(user_id, message)
    return await complete(panel.script())


class Jury:
    def __init__(self):
        self.turns = []

    def hear(self, user, text):
        self.turns.append(Turn(user, text))

    def script(self, user):
        return "\n".join(turn.text for turn in self.turns if turn.user == user)


jury = Jury()


async def script_of_one_user_ok(user_id, message):
    jury.hear(user_id, message)
    return await complete(jury.script(user_id))
