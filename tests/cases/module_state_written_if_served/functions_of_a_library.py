"""Plain functions of a library whose callers are not in sight; here each case calls them as a coroutine may."""
import asyncio
import logging
from contextlib import contextmanager
from contextvars import ContextVar

current = None


@contextmanager
def session(user_id):
    global current
    current = user_id  # error: 4, SIS101, "'session' sets 'current'"
    yield
    current = None


def user_of_the_session():
    return current


SESSION = {"enter": session, "get": user_of_the_session}


async def context_manager_bad(user):
    with SESSION.get("enter")(user):
        await asyncio.sleep(0)
        return SESSION.get("get")()


tags = []


def add_tag(tag):
    tags.append(tag)  # error: 4, SIS101, "'add_tag' appends to 'tags'"


def tagged(message):
    return f"{message} {' '.join(tags)}"


TAGS = {"add": add_tag, "show": tagged}


async def list_that_grows_bad(user, message):
    TAGS.get("add")(user)
    return TAGS.get("show")(message)


settings = {"language": "en"}


def use_language(language):
    settings["language"] = language  # error: 4, SIS101, "'use_language' stores into 'settings'"


def translated(message):
    return f"{settings['language']}: {message}"


LANGUAGE = {"use": use_language, "translate": translated}


async def one_key_for_all_bad(user, message):
    LANGUAGE.get("use")(user)
    await asyncio.sleep(0)
    return LANGUAGE.get("translate")(message)


last_answer = None


def _keep(answer):
    global last_answer
    last_answer = answer  # error: 4, SIS101, "'answer_to' sets 'last_answer'"


def answer_to(message):
    _keep(message.upper())
    return message


def answer_before():
    return last_answer


ANSWERS = {"ask": answer_to, "before": answer_before}


async def kept_by_a_helper_bad(user, message):
    ANSWERS.get("ask")(message)
    await asyncio.sleep(0)
    return ANSWERS.get("before")()


last_tag = None


class Tagged:
    """Entered for one caller, it tells the whole module."""

    def __init__(self, tag):
        self.tag = tag

    @classmethod
    def of(cls, tag):
        global last_tag
        last_tag = tag  # error: 8, SIS101, "'of' sets 'last_tag'"
        return cls(tag)


def tag_in_force():
    return last_tag


TAGGED = {"of": Tagged.of, "get": tag_in_force}


async def method_that_tells_the_module_bad(user):
    TAGGED.get("of")(user)
    await asyncio.sleep(0)
    return TAGGED.get("get")()


in_force = ContextVar("in_force", default=None)


@contextmanager
def private_session(user_id):
    token = in_force.set(user_id)
    yield
    in_force.reset(token)


PRIVATE = {"enter": private_session, "get": in_force.get}


async def context_variable_ok(user):
    with PRIVATE.get("enter")(user):
        await asyncio.sleep(0)
        return PRIVATE.get("get")()


notes = {}


def note(user_id, text):
    notes[user_id] = text


def note_of(user_id):
    return notes.get(user_id)


NOTES = {"put": note, "get": note_of}


async def key_for_each_session_ok(user):
    NOTES.get("put")(user, f"of {user}")
    await asyncio.sleep(0)
    return NOTES.get("get")(user)


kinds = {}


def register(name):
    def decorator(function):
        kinds[name] = function
        return function
    return decorator


@register("upper")
def upper(text):
    return text.upper()


def converted(kind, text):
    return kinds[kind](text)


CONVERT = {"convert": converted}


async def registry_ok(user):
    await asyncio.sleep(0)
    return CONVERT.get("convert")("upper", user)


pattern = None


def compiled():
    global pattern
    if pattern is None:
        pattern = "-".join(["a", "b"])
    return pattern


COMPILED = {"get": compiled}


async def made_once_ok(user):
    await asyncio.sleep(0)
    return COMPILED.get("get")() + user


def words(message):
    found = []
    for word in message.split():
        found.append(word)
    return found


WORDS = {"get": words}


async def list_of_the_call_ok(user, message):
    await asyncio.sleep(0)
    return WORDS.get("get")(message)


log = logging.getLogger(__name__)
last_seen = None


def seen(user_id):
    global last_seen
    last_seen = user_id


def tell():
    log.debug("last seen: %s", last_seen)


SEEN = {"seen": seen, "tell": tell}


async def only_logged_ok(user):
    SEEN.get("seen")(user)
    await asyncio.sleep(0)
    SEEN.get("tell")()
    return user
