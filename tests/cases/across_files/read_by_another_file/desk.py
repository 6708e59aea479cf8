"""Handlers leave state in this module: another file has the handlers that read it."""
from fastapi import APIRouter

router = APIRouter()
seen = {"user": None}
ticket = ""
drafts: dict[str, str] = {}
opened_at = 0
hits = 0
banner = "welcome"


class Clerk:
    def __init__(self):
        self.asked = None


clerk = Clerk()


def last_ticket():
    return ticket


@router.post("/enter")
async def entry_that_another_handler_reads_bad(name: str):
    seen["user"] = name  # error: 4, SIS001, "'seen', read by 'main.who_was_seen_ok'"


@router.post("/take")
async def variable_that_a_helper_gives_another_handler_bad(name: str):
    global ticket
    ticket = name + "-1"  # error: 4, SIS001, "'ticket', read by 'last_ticket'"


@router.post("/ask")
async def attribute_that_another_handler_reads_bad(question: str):
    clerk.asked = question  # error: 4, SIS004, "'Clerk.asked'"


@router.post("/draft")
async def entry_under_the_users_key_ok(user_id: str, text: str):
    drafts[user_id] = text


@router.post("/hit")
async def number_that_another_handler_shows_ok():
    global hits
    hits += 1


@router.post("/open")
async def value_that_is_only_set_here_ok(at: int):
    global opened_at
    opened_at = at


@router.get("/banner")
async def text_that_nobody_sets_ok():
    return banner
