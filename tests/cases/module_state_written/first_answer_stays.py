"""What the first user answered is no memo: in another form, a number or a stripped text, it is still that user's."""
from flask import Flask

site = Flask(__name__)
city = ""


@site.post("/city")
def text_of_the_first_user_bad(user_id, text):
    global city
    if not city:
        city = text.strip().title()  # error: 8, SIS001, "city"
    return f"{user_id} lives in {city}"


name = None


@site.post("/name")
def first_name_as_text_bad(user_id, text):
    global name
    if name is None:
        name = str(text)  # error: 8, SIS001, "name"
    return f"{user_id} is called {name}"


limit = ""


def configured():
    return " 10 "


@site.get("/limit")
def limit_that_is_the_same_for_all_ok(user_id, text):
    global limit
    if not limit:
        limit = configured().strip()
    return f"{user_id} has {limit}"


lengths = {}


@site.get("/length")
def made_from_the_key_ok(user_id, text):
    if text not in lengths:
        lengths[text] = text.strip().upper()
    return lengths[text]


@site.get("/own")
def text_of_this_call_ok(user_id, text):
    own = text.strip().title()
    return f"{user_id} lives in {own}"
