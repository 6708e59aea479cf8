"""A flag that stays raised once something changed is no session's data; a value that stays because it came first is."""
import asyncio

from flask import Flask

app = Flask(__name__)


async def rest():
    await asyncio.sleep(0)


class Accounts:
    def __init__(self):
        self.known = {}
        self.is_changed = False

    def change(self, user_id, changes):
        account = self.known.setdefault(user_id, {})
        for key, value in changes.items():
            self.is_changed = self.is_changed or account.get(key) != value
            account[key] = value
        self.save()

    def save(self):
        if self.is_changed:
            self.is_changed = False


accounts = Accounts()


async def flag_is_raised_by_a_change_ok(user_id, value):
    accounts.change(user_id, {"value": value})
    await rest()
    return user_id


class Desk:
    def __init__(self):
        self.owner = None


desk = Desk()


async def first_user_is_kept_bad(user_id):
    desk.owner = desk.owner or user_id  # error: 4, SIS004, "owner"
    await rest()
    return desk.owner


class Settings:
    def __init__(self):
        self.known = {}
        self.is_changed = False

    def change(self, key, value):
        self.is_changed = self.is_changed or self.known.get(key) != value
        self.known[key] = value


settings = Settings()


@app.route("/settings/<key>/<value>", methods=["PUT"])
def setting_is_compared_ok(key, value):
    settings.change(key, value)
    return key


# not executed: it has no parameter
@app.route("/settings", methods=["POST"])
def settings_are_saved_ok():
    return "saved" if settings.is_changed else "nothing to save"


class Visitor:
    def __init__(self):
        self.name = ""


visitor = Visitor()


# not executed: the other handler shows what is left
@app.route("/visitor/<name>", methods=["PUT"])
def name_is_given_bad(name):
    visitor.name = name  # error: 4, SIS004, "name"
    return "welcome"


# not executed: it has no parameter
@app.route("/visitor")
def name_is_asked_ok():
    return "known" if visitor.name else "unknown"
