"""FastAPI: coroutine endpoints are tasks of one loop, plain ones run in threads, and so do dependencies."""
import asyncio
import re
from contextlib import asynccontextmanager
from functools import partial
from typing import Annotated

from fastapi import APIRouter, BackgroundTasks, Depends, FastAPI, Request

languages = []


@asynccontextmanager
async def lifespan(app):
    languages.append("en")
    yield {"seen": []}
    languages.clear()


app = FastAPI(lifespan=lifespan)
router = APIRouter(prefix="/chats")
history = []


@app.post("/chat")
async def endpoint_bad(user, message):
    history.append(message)  # error: 4, SIS001, "history"
    return list(history)


histories = {}


@router.post("/chat")
async def endpoint_with_a_key_ok(user, message):
    histories[user] = [*histories.get(user, ()), message]
    return histories[user]


last_user = ""


@router.get("/hello")
def plain_endpoint_bad(user, message):
    global last_user
    last_user = user  # error: 4, SIS001, "last_user"
    return {"hello": last_user, "you said": message}


visits = 0


@app.get("/visits")
def plain_endpoint_counts_bad(user):
    global visits
    before = visits
    visits = before + 1  # error: 4, SIS003, "visits"
    return user


awaited_visits = 0


@app.get("/awaited-visits")
async def coroutine_counts_without_a_pause_ok(user):
    global awaited_visits
    before = awaited_visits
    awaited_visits = before + 1
    return user


@app.get("/languages")
async def what_the_lifespan_made_ok(user):
    return list(languages)


added = []


def added_to_the_router_bad(user, message):
    added.append(message)  # error: 4, SIS001, "added"
    return list(added)


router.add_api_route("/added", added_to_the_router_bad, methods=["POST"])
partly = []


def given_in_part_bad(user, message, *, limit=10):
    partly.append(message)  # error: 4, SIS001, "partly"
    return partly[:limit]


app.add_api_route("/partly", endpoint=partial(given_in_part_bad, limit=5))
kept = []


class Chat:
    def __init__(self):
        self.router = APIRouter()
        self.router.add_api_route("/answer", self.answer)

    def answer(self, user, message):
        kept.append(message)  # error: 8, SIS001, "kept"
        return list(kept)


def bound_method_bad(user, message):
    return Chat().answer(user, message)


current_user = ""


def remember_user(user: str):
    global current_user
    current_user = user  # error: 4, SIS001, "current_user"
    return user


@app.get("/me", dependencies=[Depends(remember_user)])
async def who_am_i(message):
    return {"user": current_user}


def dependency_in_a_list_bad(user, message):
    remember_user(user)
    return [current_user, message]


tenants = []


def note_tenant(tenant: str):
    tenants.append(tenant)  # error: 4, SIS001, "tenants"
    return tenants


async def dependency_of_an_annotation_bad(seen: Annotated[list, Depends(note_tenant)], message):
    return [*note_tenant(seen), message]


class Settings:
    languages = ("en", "fr")


def make_drafts():
    return []


@app.post("/drafts")
async def dependency_cached_for_one_request_ok(user, message, drafts=Depends(make_drafts, use_cache=True)):
    drafts = make_drafts()
    drafts.append(message)
    return drafts


settings = None


def get_settings():
    global settings
    if settings is None:
        settings = Settings()
    return settings


@app.get("/settings")
def memo_of_a_dependency_ok(user, given=Depends(get_settings)):
    return get_settings().languages


mailed = []


def mail(message):
    mailed.append(message)  # error: 4, SIS001, "mailed"
    return list(mailed)


# not executed: it takes what FastAPI makes for each request
@app.post("/mail")
async def in_the_background_bad(message, tasks: BackgroundTasks):
    tasks.add_task(mail, message)


@app.on_event("startup")
async def start():
    languages.append("fr")


def stop():
    languages.clear()


app.add_event_handler("shutdown", stop)


# not executed: it takes a request
@app.post("/state")
async def kept_on_the_request_ok(request: Request, user: str):
    request.state.user = user
    return {"user": request.state.user}


app.state.user = None


@app.post("/login")
async def kept_on_the_application_bad(user, message):
    before = app.state.user
    app.state.user = user  # error: 4, SIS001, "app.state.user"
    return {"before": before, "message": message}


# not executed: it takes a request
@app.post("/logout")
async def kept_on_the_requests_application_bad(request: Request, user: str):
    before = request.app.state.guest
    request.app.state.guest = user  # error: 4, SIS001, "app.state.guest"
    return {"before": before}


class Allowed:
    def __init__(self):
        self.user = None

    async def __call__(self, user):
        before = self.user
        self.user = user  # error: 8, SIS004, "Allowed.user"
        return before


allowed = Allowed()


@app.get("/allowed")
async def object_as_a_dependency_bad(user, seen=Depends(allowed)):
    return seen


class Given:
    def __init__(self, user="", message=""):
        self.user = user
        self.message = message

    def tell(self):
        self.message = f"{self.user}: {self.message}"
        return self.message


@app.get("/given")
async def class_as_a_dependency_ok(user, given=Depends(Given)):
    made = Given(user, "hello")
    await asyncio.sleep(0)
    return made.tell()


# not executed: it takes a request
@app.get("/seen")
async def object_of_the_lifespan_bad(request: Request, message: str):
    request.state.seen.append(message)  # error: 4, SIS001, "state.seen"
    return list(request.state.seen)


class Audit:
    def __init__(self, inner):
        self.inner = inner
        self.user = None

    async def __call__(self, scope, receive, send):
        self.user = scope  # error: 8, SIS004, "Audit.user"
        await self.inner(scope, receive, send)
        return self.user


async def answer_nothing(scope, receive, send):
    await asyncio.sleep(0)


app.add_middleware(Audit)
audit = Audit(answer_nothing)


async def middleware_keeps_the_user_bad(user, message):
    return await audit(user, message, print)


pattern = None


@app.post("/look-for")
async def made_of_what_one_user_sent_bad(text):
    global pattern
    pattern = re.compile(re.escape(text))  # error: 4, SIS001, "'pattern'"
    await asyncio.sleep(0)
    return pattern.sub("found", text)


@app.get("/found")
async def is_found(text):
    return pattern.sub("found", text)
