"""A default that a constructor stores lives on in every object that was made without an argument."""
import asyncio


async def complete(messages):
    answer = "You said: " + ", ".join(messages)
    await asyncio.sleep(0)
    return answer


class Chat:
    def __init__(self, messages=[]):
        self.messages = messages

    def add(self, message):
        self.messages.append(message)  # error: 8, SIS006, "'add' appends to 'Chat.__init__.messages'"


async def list_of_the_constructor_bad(user_id, message):
    chat = Chat()
    chat.add(message)
    return await complete(chat.messages)


class OwnChat:
    def __init__(self, messages=None):
        self.messages = list(messages or [])

    def add(self, message):
        self.messages.append(message)


async def list_of_the_object_ok(user_id, message):
    chat = OwnChat()
    chat.add(message)
    return await complete(chat.messages)


class CopyingChat:
    def __init__(self, messages=[]):
        self.messages = [*messages]

    def add(self, message):
        self.messages.append(message)


async def copied_by_the_constructor_ok(user_id, message):
    chat = CopyingChat()
    chat.add(message)
    return await complete(chat.messages)


class GuardedChat:
    def __init__(self, tools=[]):
        self.tools = tools

    def learn(self, tool):
        if self.tools is None:
            self.tools = []
        self.tools.append(tool)  # error: 8, SIS006, "GuardedChat.__init__.tools"


async def guard_against_none_does_not_help_bad(user_id, message):
    chat = GuardedChat()
    chat.learn(message)
    return await complete(chat.tools)


class FreshChat:
    def __init__(self, tools=[]):
        self.tools = tools

    def learn(self, tool):
        self.tools = list(self.tools)
        self.tools.append(tool)


async def copied_before_it_grows_ok(user_id, message):
    chat = FreshChat()
    chat.learn(message)
    return await complete(chat.tools)


class Session:
    def __init__(self, messages=[]):
        self._messages = []
        if messages is not None:
            self.replace(messages)

    def replace(self, messages):
        self._messages = messages

    def add(self, message):
        self._messages.append(message)  # error: 8, SIS006, "Session.__init__.messages"

    def copy(self):
        return Session(messages=list(self._messages))

    def texts(self):
        return self._messages


async def stored_by_a_method_bad(user_id, message):
    session = Session()
    session.add(message)
    return await complete(session.texts())


class Node:
    def __init__(self, text, children=[]):
        self.text = text
        self.children = children

    def adopt(self, child):
        self.children.append(child)


async def given_by_everybody_ok(user_id, message):
    node = Node(user_id, [])
    node.adopt(message)
    return await complete(node.children)


class Base:
    def __init__(self, notes=[]):
        self.notes = notes


class Derived(Base):
    def note(self, text):
        self.notes.append(text)  # error: 8, SIS006, "Base.__init__.notes"


async def inherited_constructor_bad(user_id, message):
    derived = Derived()
    derived.note(message)
    return await complete(derived.notes)


class OwnConstructor(Base):
    def __init__(self):
        self.notes = []

    def note(self, text):
        self.notes.append(text)


async def constructor_of_its_own_ok(user_id, message):
    derived = OwnConstructor()
    derived.note(message)
    return await complete(derived.notes)


class Settings:
    def __init__(self, values={}):
        self.values = values

    def set(self, name, value):
        self.values[name] = value  # error: 8, SIS006, "Settings.__init__.values"

    def all(self):
        return self.values.values()


async def item_of_a_stored_dict_bad(user_id, message):
    settings = Settings()
    settings.set(user_id, message)
    return await complete(settings.all())


class Replacing:
    def __init__(self, values={}):
        self.values = values

    def set(self, name, value):
        self.values = {**self.values, name: value}

    def all(self):
        return self.values.values()


async def replaced_by_a_new_dict_ok(user_id, message):
    settings = Replacing()
    settings.set(user_id, message)
    return await complete(settings.all())


class Pages:
    def __init__(self, known={}):
        self.known = known

    def render(self, text):
        if text not in self.known:
            self.known[text] = f"<p>{text}</p>"
        return self.known[text]


async def memo_in_an_object_ok(user_id, message):
    return Pages().render(message)


class Reset:
    def __init__(self, messages=[]):
        self.messages = messages
        if not self.messages:
            self.messages = []

    def add(self, message):
        self.messages.append(message)


async def replaced_where_empty_ok(user_id, message):
    chat = Reset()
    chat.add(message)
    return await complete(chat.messages)


class Nested:
    def __init__(self, messages=[]):
        self.pair = (len(messages), messages)

    def add(self, message):
        self.pair[1].append(message)


# missed: the position of a default in a tuple is not tracked
async def missed_default_in_a_tuple_bad(user_id, message):
    nested = Nested()
    nested.add(message)
    return await complete(nested.pair[1])


class Diary:
    """One cure, at the default, mends all that its methods do to it."""

    def __init__(self, lines=[]):
        self.lines = lines

    def note(self, text):
        self.lines.append(text)  # error: 8, SIS006, "'note' appends to 'Diary.__init__.lines'"

    def underline(self):
        self.lines.append("---")


async def two_methods_change_one_default_bad(user_id, message):
    diary = Diary()
    diary.note(message)
    diary.underline()
    return await complete(diary.lines)
