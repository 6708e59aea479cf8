"""`setattr(object, "name", value)` stores like an assignment, also where no method ever names the attribute."""
import asyncio

import flask

app = flask.Flask(__name__)


class Settings:
    user = None


settings = Settings()


@app.post("/user")
def set_by_name_bad(user_id):
    before = getattr(settings, "user")
    setattr(settings, "user", user_id)  # error: 4, SIS004, "Settings.user"
    return before


class Shelf:
    pass


shelf = Shelf()
shelf.last = None


async def set_by_name_on_an_empty_object_bad(user_id):
    setattr(shelf, "last", user_id)  # error: 4, SIS004, "Shelf.last"
    await asyncio.sleep(0)
    return shelf.last


class Names:
    last = None


async def set_by_name_on_a_class_bad(user_id):
    setattr(Names, "last", user_id)  # error: 4, SIS002, "Names.last"
    await asyncio.sleep(0)
    return Names.last


class OwnSettings:
    user = None


async def set_by_name_on_an_object_made_here_ok(user_id):
    own = OwnSettings()
    setattr(own, "user", user_id)
    await asyncio.sleep(0)
    return own.user


class Places:
    pass


by_user = {}


async def set_by_name_on_an_object_of_the_user_ok(user_id):
    setattr(by_user.setdefault(user_id, Places()), "last", user_id)
    await asyncio.sleep(0)
    return by_user[user_id].last


class Once:
    table = None


once = Once()


async def table():
    return ["a", "b"]


async def set_by_name_once_ok(user_id):
    if once.table is None:
        setattr(once, "table", await table())
    return user_id, list(once.table)


class Request:
    def __init__(self, user):
        self.given = user


async def set_by_name_on_what_is_given_ok(user_id):
    request = Request(user_id)
    note(request)
    await asyncio.sleep(0)
    return request.user


def note(request):
    setattr(request, "user", request.given)


class Version:
    number = 0


version = Version()
setattr(version, "number", 3)


async def set_by_name_at_import_ok(user_id):
    return f"{user_id} {version.number}"


class Plain:
    kind = "plain"


plain = Plain()


async def set_to_a_constant_ok(user_id):
    setattr(plain, "kind", "coloured")
    await asyncio.sleep(0)
    return user_id
