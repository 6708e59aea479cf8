"""A handler stores on a class what one session sent, and another handler decides by it."""
import flask

app = flask.Flask(__name__)
OWNERS = ["ada"]


class Rights:
    is_owner = False


@app.post("/enter")
def enter_as_owner(user_id):
    Rights.is_owner = user_id in OWNERS  # error: 4, SIS002, "Rights.is_owner"
    return "welcome"


# not executed: who is an owner is a list of names
@app.get("/safe")
def open_the_safe_bad(user_id):
    return "open" if Rights.is_owner else "closed"


def owns(user_id):
    return user_id in OWNERS


class RightsOfHelper:
    is_owner = False


@app.post("/enter-by-helper")
def enter_by_helper(user_id):
    RightsOfHelper.is_owner = owns(user_id)  # error: 4, SIS002, "is_owner"
    return "welcome"


# not executed: who is an owner is a list of names
@app.get("/safe-by-helper")
def open_by_helper_bad(user_id):
    if not RightsOfHelper.is_owner:
        return "closed"
    return "open"


class OwnRights:
    def __init__(self, user_id):
        self.is_owner = user_id in OWNERS


@app.get("/own-safe")
def rights_of_each_request_ok(user_id):
    rights = OwnRights(user_id)
    return "open" if rights.is_owner else "closed"


class ByUser:
    owners = {}


@app.get("/by-user")
def rights_by_user_ok(user_id):
    ByUser.owners[user_id] = user_id in OWNERS
    return "open" if ByUser.owners[user_id] else "closed"


class Modes:
    is_open = False


@app.before_request
def look_at_the_door():
    Modes.is_open = bool(OWNERS)


@app.get("/door")
def the_same_for_all_ok(user_id):
    return f"{user_id}: open" if Modes.is_open else f"{user_id}: closed"


class Admins:
    is_closed = False


@app.post("/admin/close")
def admin_closes(is_closed):
    Admins.is_closed = is_closed
    return "done"


@app.get("/shop")
def closed_by_an_administrator_ok(user_id):
    return f"{user_id}: closed" if Admins.is_closed else f"{user_id}: open"


class Ready:
    is_ready = False


@app.get("/ready")
def latch_ok(user_id):
    if not Ready.is_ready:
        Ready.is_ready = True
    return user_id


@app.get("/own")
def set_and_tested_in_one_go_ok(user_id):
    own = Rights()
    own.is_owner = user_id in OWNERS
    return "open" if own.is_owner else "closed"
