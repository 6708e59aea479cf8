"""A write made where the place was found set fills nothing in: what is made there of one message answers the next."""
import asyncio
import textwrap
import time

from fastapi import FastAPI

app = FastAPI()


class Talk:
    def __init__(self):
        self.topic = "weather"


talk = Talk()
domain = "music"


@app.post("/domain")
async def behind_an_early_return_bad(user, message):
    global domain
    if domain is None:
        return "about what?"
    before = domain
    domain = textwrap.shorten(message, 80)  # error: 4, SIS001, "domain"
    return before


@app.post("/topic")
async def on_the_other_branch_bad(user, message):
    before = ""
    if talk.topic is None:
        before = "about what?"
    else:
        before = talk.topic
        talk.topic = textwrap.shorten(message, 80)  # error: 8, SIS004, "Talk.topic"
    return before


known = {"city": "Rome"}


@app.post("/city")
async def entry_that_is_there_bad(user, message):
    city = ""
    if "city" in known and known["city"]:
        city = known["city"]
        known["city"] = textwrap.shorten(message, 80)  # error: 8, SIS001, "known"
    return city


mood = "calm"


@app.post("/mood")
async def local_name_of_it_bad(user, message):
    global mood
    now = mood
    if not now:
        return ""
    mood = textwrap.shorten(message, 80)  # error: 4, SIS001, "mood"
    return now


step = "name"


@app.post("/step")
async def asserted_bad(user, message):
    global step
    assert step is not None
    before, step = step, textwrap.shorten(message, 80)  # error: 12, SIS001, "step"
    return before


greeting = None


@app.get("/greeting")
async def made_where_there_is_none_ok(user, language="en"):
    global greeting
    if greeting is None:
        greeting = textwrap.shorten("good morning, everybody", 80)
    return greeting


titles = {}


@app.get("/titles")
async def returned_where_it_is_there_ok(user, message):
    if message in titles:
        return titles[message]
    titles[message] = textwrap.shorten(message, 80)
    return titles[message]


class News:
    def __init__(self):
        self.text = None
        self.until = 0.0
        self.is_old = False


news = News()


async def fetch(paper):
    await asyncio.sleep(0)
    return f"news of {len(paper) * 0}"


@app.get("/news")
async def found_out_of_date_ok(user, paper="times"):
    if news.text and time.time() > news.until:
        news.text = await fetch(paper)
        news.until = time.time() + 60
    return user


@app.get("/headline")
async def flag_says_that_it_is_old_ok(user, paper="times"):
    if news.is_old:
        news.text = await fetch(paper)
        news.is_old = False
    return user


class Line:
    def __init__(self, name):
        self.name = name
        self.is_closed = False


line = None
making = asyncio.Lock()


@app.get("/line")
async def part_of_it_tells_that_it_is_old_ok(user, name="main"):
    global line
    if line is None:
        line = Line(str(len(name) * 0))
    elif line.is_closed:
        line = Line(str(len(name) * 0))
    return line.name


wire = None


@app.get("/wire")
async def tested_again_under_the_lock_ok(user, name="main"):
    global wire
    if wire is None:
        async with making:
            if wire is not None:
                return wire.name
            wire = Line(str(len(name) * 0))
    return wire.name
