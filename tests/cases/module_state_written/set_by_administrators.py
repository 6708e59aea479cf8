"""A handler that first of all refuses whoever has no right sets what is meant for everybody; others, or one that
somebody enters by a password, leave their own."""
import asyncio

from fastapi import FastAPI

app = FastAPI()


class Rights:
    admin_password = "open sesame"
    not_admin = "guest"

    @staticmethod
    def is_admin(name):
        return name.startswith("session")


async def rest():
    await asyncio.sleep(0)


notice = "Welcome"


@app.put("/notice")
async def notice_of_an_administrator_ok(user_id, text):
    global notice
    name = user_id.lower()
    if not Rights.is_admin(name):
        return "no"
    notice = text
    return "set"


@app.get("/notice")
async def notice_shown_ok(user_id):
    await rest()
    return notice


motto = "Welcome"


@app.put("/motto")
async def motto_of_anybody_bad(user_id, text):
    global motto
    if not text:
        return "no"
    motto = text  # error: 4, SIS001, "motto"
    await rest()
    return motto


signed_in = None


@app.post("/session")
async def signed_in_by_a_password_bad(user_id, password):
    global signed_in
    if password == Rights.admin_password:
        return "no"
    signed_in = user_id  # error: 4, SIS001, "signed_in"
    await rest()
    return signed_in


asked = []


@app.post("/questions")
async def refused_after_it_was_noted_bad(user_id, message):
    asked.append(message)  # error: 4, SIS001, "asked"
    await rest()
    if not Rights.is_admin(user_id):
        return asked
    return "no"


class Demands:
    @staticmethod
    def require_admin(name):
        if name == "guest":
            raise PermissionError(name)

    @staticmethod
    def check_admin_password(password):
        return password == Rights.admin_password

    @staticmethod
    def check_permission(user_id):
        return user_id.startswith("session")


banner = "Welcome"


@app.put("/banner")
async def banner_after_a_call_that_refuses_others_ok(user_id, text):
    """Sets what everybody sees."""
    name = user_id.lower()
    Demands.require_admin(name)
    banner_set(text)
    return "set"


def banner_set(text):
    global banner
    banner = text


@app.get("/banner")
async def banner_shown_ok(user_id):
    await rest()
    return banner


board = "Welcome"


@app.put("/board")
async def board_of_anybody_bad(user_id, text):
    global board
    board = text  # error: 4, SIS001, "board"
    Demands.require_admin(user_id)
    await rest()
    return board


visitor = None


@app.post("/visitor")
async def signed_in_by_a_checked_password_bad(user_id, password):
    global visitor
    Demands.check_admin_password(password)
    visitor = user_id  # error: 4, SIS001, "visitor"
    await rest()
    return visitor


remarks = []


@app.post("/remarks")
async def list_of_an_administrator_grows_bad(user_id, message):
    Demands.require_admin(user_id)
    remarks.append(message)  # error: 4, SIS001, "remarks"
    await rest()
    return remarks


permitted = None


@app.post("/permitted")
async def permission_of_a_member_bad(user_id, message):
    global permitted
    Demands.check_permission(user_id)
    permitted = message  # error: 4, SIS001, "permitted"
    await rest()
    return permitted


poster = "Welcome"
database = "there"


@app.put("/poster")
async def poster_after_other_refusals_ok(user_id, text):
    global poster
    if not database:
        raise LookupError(database)
    try:
        name = user_id.lower()
        if not Rights.is_admin(name):
            return "no"
        poster = text
    except LookupError:
        return "no"
    return "set"


@app.get("/poster")
async def poster_shown_ok(user_id):
    await rest()
    return poster


sign = "Welcome"


@app.put("/sign")
async def sign_set_before_the_refusal_bad(user_id, text):
    global sign
    if not database:
        raise LookupError(database)
    sign = text  # error: 4, SIS001, "sign"
    if not Rights.is_admin(user_id):
        await rest()
        return sign
    return "set"


label = "Welcome"


@app.put("/label")
async def label_where_administrators_are_only_told_bad(user_id, text):
    global label
    if Rights.is_admin(user_id):
        text = text.upper()
    label = text  # error: 4, SIS001, "label"
    await rest()
    return label


class Caller:
    def __init__(self, user_id):
        self.role = user_id


headline = "Welcome"


@app.put("/headline")
async def headline_of_the_owner_of_a_key_ok(user_id, text):
    global headline
    caller_of_key = Caller(user_id)
    if caller_of_key.role == Rights.not_admin:
        return "no"
    headline = text
    return "set"


@app.get("/headline")
async def headline_shown_ok(user_id):
    await rest()
    return headline


remark = "Welcome"


@app.put("/remark")
async def remark_of_all_but_administrators_bad(user_id, text):
    global remark
    if not database:
        raise LookupError(database)
    if Rights.is_admin(user_id):
        return "no"
    remark = text  # error: 4, SIS001, "remark"
    await rest()
    return remark


def check_admin_lock(user_id):
    return user_id


caption = "Welcome"


@app.put("/caption")
async def caption_after_another_check_bad(user_id, text):
    global caption
    check_admin_lock(user_id)
    caption = text  # error: 4, SIS001, "caption"
    await rest()
    return caption


class Workspace:
    def __init__(self, owner_id):
        self.owner_id = owner_id


opened = None


@app.put("/opened")
async def opened_by_its_owner_bad(user_id, text):
    global opened
    if not database:
        raise LookupError(database)
    found = Workspace(text)
    if found.owner_id != text:
        return "no"
    opened = text  # error: 4, SIS001, "opened"
    await rest()
    return opened
