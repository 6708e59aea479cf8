"""Served code puts one session's data into a class attribute, where all the others find it."""
import asyncio
from contextvars import ContextVar


async def rest():
    await asyncio.sleep(0)


class Current:
    user = None


async def by_the_name_of_the_class_bad(user_id):
    Current.user = user_id  # error: 4, SIS002, "Current.user"
    await rest()
    return Current.user


class CurrentOfObject:
    user = None


async def by_an_object_made_here_ok(user_id):
    current = CurrentOfObject()
    current.user = user_id
    await rest()
    return current.user


class CurrentOfContext:
    user = ContextVar("user")


async def context_variable_in_a_class_ok(user_id):
    CurrentOfContext.user.set(user_id)
    await rest()
    return CurrentOfContext.user.get()


class Page:
    user = None

    async def show(self, user_id):
        type(self).user = user_id  # error: 8, SIS002, "user"
        await rest()
        return f"page of {self.user}"


async def by_type_of_self_bad(user_id):
    return await Page().show(user_id)


class OwnPage:
    user = None

    async def show(self, user_id):
        self.user = user_id
        await rest()
        return f"page of {self.user}"


async def by_self_ok(user_id):
    return await OwnPage().show(user_id)


class Desk:
    user = None

    @classmethod
    async def serve(cls, user_id):
        cls.user = user_id  # error: 8, SIS002, "user"
        await rest()
        return f"desk for {cls.user}"


async def by_a_class_method_bad(user_id):
    return await Desk.serve(user_id)


class OwnDesk:
    @classmethod
    async def serve(cls, user_id):
        user = user_id
        await rest()
        return f"desk for {user}"


async def local_of_a_class_method_ok(user_id):
    return await OwnDesk.serve(user_id)


class Request:
    user = None


async def by_setattr_bad(user_id):
    setattr(Request, "user", user_id)  # error: 4, SIS002, "user"
    await rest()
    return Request.user


class Requests:
    users = ()


async def by_setattr_under_a_name_of_the_session_ok(user_id, message):
    setattr(Requests, user_id, message)
    said = getattr(Requests, user_id)
    await rest()
    return said


class OwnRequest:
    user = None


async def by_setattr_on_an_object_ok(user_id):
    request = OwnRequest()
    setattr(request, "user", user_id)
    await rest()
    return request.user


class Log:
    latest = None

    def note(self, user_id):
        self.__class__.latest = user_id  # error: 8, SIS002, "latest"


async def by_a_method_that_a_coroutine_calls_bad(user_id):
    Log().note(user_id)
    await rest()
    return Log.latest


class OwnLog:
    latest = None

    def note(self, user_id):
        self.latest = user_id


async def by_a_method_that_stores_in_its_object_ok(user_id):
    log = OwnLog()
    log.note(user_id)
    await rest()
    return log.latest


class Tokens:
    by_user = {}


async def under_the_key_of_the_user_ok(user_id, message):
    Tokens.by_user[user_id] = message
    return Tokens.by_user[user_id]


class Session:
    data = {}


async def under_a_constant_key_bad(user_id):
    Session.data["user"] = user_id  # error: 4, SIS002, "data"
    await rest()
    return Session.data["user"]


class OwnSession:
    def __init__(self):
        self.data = {}


async def under_a_constant_key_of_an_object_ok(user_id):
    session = OwnSession()
    session.data["user"] = user_id
    await rest()
    return session.data["user"]


class Settings:
    greeting = "Hello"
    ready = False


async def constant_stored_for_all_ok(user_id):
    Settings.ready = True
    await rest()
    return f"{Settings.greeting} {user_id}"


class Server:
    answered = 0


async def number_counted_for_all_ok(user_id):
    Server.answered += 1
    await rest()
    return user_id


class Late:
    pass


async def attribute_that_the_class_does_not_name_bad(user_id):
    Late.user = user_id  # error: 4, SIS002, "user"
    await rest()
    return Late.user


class OwnLate:
    pass


async def attribute_of_an_object_that_the_class_does_not_name_ok(user_id):
    late = OwnLate()
    late.user = user_id
    await rest()
    return late.user


class Work:
    """A place for all, under the name of a class."""

    state = {"running": False, "user": None}


async def constant_entry_stored_for_all_ok(user_id):
    Work.state["running"] = True
    await rest()
    return f"{Work.state['running']} {user_id}"


class Job:
    state = {"running": False, "user": None}


async def entry_of_a_session_stored_for_all_bad(user_id):
    Job.state["user"] = user_id  # error: 4, SIS002, "'entry_of_a_session_stored_for_all_bad' stores into 'Job.state'"
    await rest()
    return Job.state["user"]
