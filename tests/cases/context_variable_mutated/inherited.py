"""A task inherits its parent's object; here the parent is the program, which sets one as it starts."""
import asyncio
from contextvars import ContextVar

state = ContextVar("state")
state.set({})


async def changed_and_put_back_bad(user):
    known = state.get({})
    known["user"] = user  # error: 4, SIS005, "stores into 'state'"
    state.set(known)
    await asyncio.sleep(0)
    return state.get()["user"]


deleted = ContextVar("deleted")
deleted.set({"turn": "first"})


async def deleted_and_put_back_bad(user):
    known = deleted.get({})
    if "turn" in known:
        await asyncio.sleep(0)
        del known["turn"]  # error: 12, SIS005, "deletes from 'deleted'"
        deleted.set(known)
        return "first"
    return "second"


stack = ContextVar("stack", default=None)
stack.set([])


async def pushed_where_one_was_found_bad(user, message):
    calls = stack.get()
    if calls is None:
        calls = []
        stack.set(calls)
    calls.append(message)  # error: 4, SIS005, "appends to 'stack'"
    await asyncio.sleep(0)
    return calls[-1]


looked_up = ContextVar("looked_up")
looked_up.set([])


def current():
    try:
        return looked_up.get()
    except LookupError:
        looked_up.set([])
        return looked_up.get()


async def helper_makes_one_where_none_is_bad(user, message):
    current().append(message)  # error: 4, SIS005
    await asyncio.sleep(0)
    return list(current())


class Namespace:
    """Keeps its attributes in one dict in a context variable."""

    def __init__(self):
        object.__setattr__(self, "_values", ContextVar("values"))
        self._values.set({})

    def __getattr__(self, name):
        try:
            return self._values.get({})[name]
        except KeyError:
            raise AttributeError(name) from None

    def __setattr__(self, name, value):
        values = self._values.get({})
        values[name] = value  # error: 8, SIS005, "'Namespace._values'"
        self._values.set(values)


local = Namespace()


async def attributes_in_one_dict_bad(user):
    local.user = user
    await asyncio.sleep(0)
    return local.user


class Careful:
    """Keeps its attributes in a new dict after each change."""

    def __init__(self):
        object.__setattr__(self, "_values", ContextVar("values"))
        self._values.set({})

    def __getattr__(self, name):
        try:
            return self._values.get({})[name]
        except KeyError:
            raise AttributeError(name) from None

    def __setattr__(self, name, value):
        values = self._values.get({}).copy()
        values[name] = value
        self._values.set(values)


careful = Careful()


async def attributes_in_a_new_dict_ok(user):
    careful.user = user
    await asyncio.sleep(0)
    return careful.user


class Pushing:
    """Makes its list where there is none, in the context that comes first."""

    def __init__(self):
        self._local = Careful()

    def push(self, message):
        calls = getattr(self._local, "stack", None)
        if calls is None:
            self._local.stack = calls = []
        calls.append(message)  # error: 8, SIS005, "'Pushing._local.stack'"
        return calls


pushing = Pushing()
pushing.push("begun")


async def list_of_a_namespace_bad(user, message):
    calls = pushing.push(message)
    await asyncio.sleep(0)
    return list(calls)


class Replacing:
    """Sets a new list at each push."""

    def __init__(self):
        self._local = Careful()

    def push(self, message):
        calls = [*getattr(self._local, "stack", ()), message]
        self._local.stack = calls
        return calls


replacing = Replacing()
replacing.push("begun")


async def new_list_of_a_namespace_ok(user, message):
    calls = replacing.push(message)
    await asyncio.sleep(0)
    return list(calls)


shared = ContextVar("shared")


async def foreign_object_of_unknown_kind_ok(user):
    found = shared.get(None)
    if found is not None:
        found.send(user)
    await asyncio.sleep(0)
    return user


last = ContextVar("last", default=None)


async def value_that_came_in_ok(user, message):
    last.set({"user": user})
    await asyncio.sleep(0)
    return last.get()["user"]


request = ContextVar("request", default=None)


class Request:
    """One request, with room for what is found out on the way."""

    user = None


async def object_made_for_the_request_ok(user):
    found = request.get()
    if found is None:
        found = Request()
        request.set(found)
    found.user = user
    await asyncio.sleep(0)
    return request.get().user


words = ContextVar("words", default=())


async def longer_tuple_ok(user, message):
    words.set((*words.get(), message))
    await asyncio.sleep(0)
    return words.get()


tagged = ContextVar("tagged")


async def new_dict_each_time_ok(user):
    tagged.set({**tagged.get({}), "user": user})
    await asyncio.sleep(0)
    return tagged.get()["user"]


class Builder:
    def __init__(self):
        self.scheme = "http"

    def build(self, name):
        return f"{self.scheme}://{name}"


builder = ContextVar("builder")
builder.set(Builder())


def address(name, scheme):
    own = builder.get(None)
    before = own.scheme
    own.scheme = scheme
    try:
        return own.build(name)
    finally:
        own.scheme = before


async def attribute_set_for_one_call_and_put_back_ok(user, message):
    await asyncio.sleep(0)
    return address(user, "https")


chosen = ContextVar("chosen")


class Menu:
    def refresh(self, user):
        values = chosen.get({})
        values["user"] = user  # error: 8, SIS005, "'chosen'"
        chosen.set(values)


async def refreshed(menu, user):
    menu.refresh(user)
    await asyncio.sleep(0)
    return chosen.get()["user"]


# false alarm: only the whole program shows that no task inherits the variable
async def false_alarm_new_dict_of_each_task_put_back_ok(user):
    return await asyncio.create_task(refreshed(Menu(), user))


sources = ContextVar("sources", default=None)


def begin_turn():
    sources.set([])


async def put_back_in_a_turn_that_began_with_its_own_ok(user, message):
    found = sources.get()
    if found is None:
        found = []
    found.append(message)
    sources.set(found)
    await asyncio.sleep(0)
    return list(sources.get())
