"""Who replies with a record replies with all its fields, whoever set them."""
import asyncio
from dataclasses import asdict, dataclass, field, replace

from fastapi import FastAPI

app = FastAPI()


async def rest():
    await asyncio.sleep(0)


@dataclass
class Cart:
    items: list = field(default_factory=list)


cart = Cart()


@app.post("/cart")
async def returned_with_its_list_bad(item):
    cart.items.append(item)  # error: 4, SIS004, "'Cart.items'"
    await rest()
    return asdict(cart)


def new_cart():
    return Cart()


@app.post("/own-cart")
async def record_of_the_call_ok(item):
    own = new_cart()
    own.items.append(item)
    await rest()
    return asdict(own)


@dataclass
class Profile:
    name: str = ""
    hobby: str = ""


profile = Profile()


# not executed: another request shows what this one sets
@app.put("/profile")
async def set_for_another_request_bad(name, hobby):
    profile.name = name  # error: 4, SIS004, "'Profile.name'"
    await rest()
    profile.hobby = hobby
    return "set"


@app.get("/profile")
async def shown_in_another_request_ok(name):
    return None if name else profile


@dataclass
class Badge:
    name: str = ""


badge = Badge()


@app.post("/badge")
async def set_and_shown_in_one_step_ok(name):
    await rest()
    badge.name = name
    return replace(badge)


class Desk:
    def __init__(self, badge):
        self.badge = badge
        self.guest = ""


desk = Desk(badge)


# not executed: the desk is shown as an object, and not what it holds
@app.post("/desk")
async def object_that_shows_nothing_ok(name):
    desk.guest = name
    await rest()
    return desk is None


@dataclass
class Form:
    notes: list = field(default_factory=list)


class Office:
    def __init__(self):
        self.form = Form()

    async def note(self, text):
        self.form.notes.append(text)  # error: 8, SIS004, "'Form.notes'"
        await rest()
        return asdict(self.form)


office = Office()


@app.post("/note")
async def record_of_a_shared_object_bad(text):
    return await office.note(text)
