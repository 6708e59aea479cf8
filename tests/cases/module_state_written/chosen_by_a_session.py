"""What a session chooses is its own, though what is stored is a constant or an entry of a table of all."""
import asyncio

from flask import Flask

app = Flask(__name__)


async def sent(text):
    await asyncio.sleep(0)
    return text


state = {"shouting": False}


async def each_word_of_one_call_bad(user, text):
    said = []
    for word in text, "!", "quietly":
        if word == "!" and not state["shouting"]:
            state["shouting"] = True  # error: 12, SIS001
        elif word == "quietly":
            state["shouting"] = False
        said.append(await sent([user, word.upper() if state["shouting"] else word]))
    return said


mode = "plain"


async def kind_of_each_part_bad(user, text):
    global mode
    told = []
    for kind in text[:1], "", text:
        match kind:
            case "":
                mode = "plain"  # error: 16, SIS001
            case _:
                mode = "rich"
        await sent(kind)
        told.append(mode)
    return [user, told]


hidden = False


def hide(whether):
    global hidden
    hidden = whether  # error: 4, SIS001


async def through_a_helper_bad(user, text):
    if user < "m":
        hide(True)
    else:
        hide(False)
    await sent(text)
    return [user, "" if hidden else text]


async def flag_of_the_call_ok(user, text):
    shouting = False
    said = []
    for word in text, "!", "quietly":
        if word == "!":
            shouting = True
        elif word == "quietly":
            shouting = False
        said.append(await sent([user, word.upper() if shouting else word]))
    return said


ready = {"warm": False}


async def only_ever_set_to_one_constant_ok(user, text):
    if text and not ready["warm"]:
        await sent(text)
        ready["warm"] = True
    return user


busy = False


async def set_back_at_the_end_of_the_same_use_ok(user, text):
    global busy
    if text:
        if busy:
            return None
        busy = True
        await sent(text)
        busy = False
    return None


strict = False


async def set_before_every_look_ok(user, text):
    global strict
    if text == "strict":
        strict = True
    else:
        strict = False
    told = [user, strict]
    await sent(text)
    return told


VOICES = {"a": "la", "r": "LA"}
voice = VOICES["a"]


@app.route("/voice/<name>")
def choose(name):
    global voice
    voice = VOICES.get(name[:1], "la")  # error: 4, SIS001


@app.route("/sing/<text>")
def sing(text):
    return [voice, text]


async def entry_of_a_table_bad(user, text):
    choose(user)
    await sent(text)
    return sing(text)


@app.route("/hum/<text>")
def looked_up_by_each_request_ok(text):
    return [VOICES.get(text, "la"), text]


silent = False


@app.route("/silence/<on>")
def silence(on):
    global silent
    silent = on  # error: 4, SIS001


@app.route("/ask/<text>")
def ask(text):
    return "" if silent else text


async def decides_what_others_get_bad(user, text):
    silence(user < "m")
    await sent(text)
    return ask(text)


first = "la"


@app.route("/start")
def start():
    global first
    first = VOICES["a"]


async def entry_under_a_constant_ok(user, text):
    start()
    await sent(text)
    return [first, text]


has_choir = None


def choir_is_there():
    global has_choir
    if has_choir is None:
        try:
            VOICES["a"]
            has_choir = True
        except KeyError:
            has_choir = False
    return has_choir


async def found_out_by_whoever_asks_first_ok(user, text):
    if not text or not choir_is_there():
        return "la"
    await sent(text)
    return text if choir_is_there() else "la"


loud = False


def sing_loud():
    global loud
    loud = True  # error: 4, SIS001, "'turned_for_all_bad' sets 'loud'"


def sing_low():
    global loud
    loud = False  # error: 4, SIS001, "'turned_for_all_bad' sets 'loud'"


async def turned_for_all_bad(user, text):
    if user < "m":
        sing_loud()
    else:
        sing_low()
    await sent(text)
    return text.upper() if loud else text


curt = False


@app.route("/curt/<user>/<text>")
async def tested_by_the_same_request_bad(user, text):
    global curt
    curt = user < "m"  # error: 4, SIS001, "'tested_by_the_same_request_bad' sets 'curt'"
    await sent(text)
    return [user, "" if curt else text]


@app.route("/polite/<user>/<text>")
async def tested_in_the_call_ok(user, text):
    curt_here = user < "m"
    await sent(text)
    return [user, "" if curt_here else text]


style = "plain"


# not executed: what the first call chose stays for the second in either order
@app.route("/style/<user>/<text>")
async def chosen_by_an_earlier_request_bad(user, text):
    global style
    if user < "m":
        style = "loud"  # error: 8, SIS001, "'chosen_by_an_earlier_request_bad' sets 'style'"
    elif not text:
        style = "plain"
    else:
        await sent(text)
        return [user, text.upper() if style == "loud" else text]
    return None


styles = {}


@app.route("/own-style/<user>/<text>")
async def chosen_for_each_user_ok(user, text):
    if user < "m":
        styles[user] = "loud"
    elif not text:
        styles[user] = "plain"
    else:
        await sent(text)
        return [user, text.upper() if styles.get(user) == "loud" else text]
    return None


counted = 0


@app.route("/count/<text>")
async def length_comes_back_bad(text):
    global counted
    counted = len(text)  # error: 4, SIS001, "counted"
    await sent(text)
    return counted


measured = 0


@app.route("/measure/<text>")
async def length_is_for_the_statistics_ok(text):
    global measured
    measured = len(text)
    return await sent(text)


known = 0


@app.route("/known/<text>")
async def length_of_what_all_share_ok(text):
    global known
    known = len(VOICES)
    await sent(text)
    return known


ENGINES = {"alice": "small", "robert": "large"}
chosen = {"engine": "small"}


@app.post("/engine")
async def entry_of_a_table_under_a_constant_key_bad(user, text):
    chosen["engine"] = ENGINES.get(user)  # error: 4, SIS001, "chosen"
    await sent(text)
    return chosen["engine"]


standard = {"engine": "small"}


@app.post("/standard")
async def entry_of_a_table_that_is_everybodys_ok(user, text):
    standard["engine"] = ENGINES["alice"]
    await sent(text)
    return standard["engine"]
