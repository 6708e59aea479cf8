"""Handlers leave state in the variables of another module: a file that only has that module in common with this one
reads it."""
import lobby
from fastapi import APIRouter
from lobby import porter, rooms, shown

router = APIRouter()


@router.post("/enter")
async def variable_that_a_sibling_reads_bad(name: str):
    lobby.guest = name  # error: 4, SIS001, "'lobby.guest', read by 'main.who_is_here_ok'"


@router.post("/show")
async def entry_that_a_sibling_reads_bad(name: str):
    shown["guest"] = name  # error: 4, SIS001, "'lobby.shown'"


@router.post("/call")
async def attribute_that_a_sibling_reads_bad(name: str):
    porter.called = name  # error: 4, SIS004, "'lobby.Porter.called'"


@router.post("/leave")
async def list_that_a_sibling_reads_bad(name: str):
    porter.keys.append(name)  # error: 4, SIS004, "'lobby.Porter.keys'"


@router.post("/move")
async def entry_under_the_users_key_ok(user_id: str, room: str):
    rooms[user_id] = room


@router.post("/open")
async def constant_that_a_sibling_reads_ok():
    lobby.opened_at = 9


@router.post("/forget")
async def variable_that_nobody_reads_ok(name: str):
    lobby.unread = name


@router.post("/greet")
async def local_variable_of_that_name_ok(name: str):
    guest = name
    return guest
