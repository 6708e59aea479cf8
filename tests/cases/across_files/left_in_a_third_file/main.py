"""Reads what the handlers of another file left in a third one, which does not import this file, nor this one it."""
import lobby
from fastapi import APIRouter
from lobby import porter, rooms, shown

router = APIRouter()


@router.get("/guest")
async def who_is_here_ok(reader: str):
    return lobby.guest


@router.get("/shown")
async def who_was_shown_ok(reader: str):
    return shown["guest"]


@router.get("/called")
async def who_called_ok(reader: str):
    return porter.called


@router.get("/keys")
async def whose_keys_ok(reader: str):
    return porter.keys


@router.get("/room")
async def room_of_the_user_ok(user_id: str):
    return rooms.get(user_id)


@router.get("/open")
async def when_it_opened_ok(reader: str):
    return lobby.opened_at


@router.get("/greeting")
async def greeting_ok(reader: str):
    greeting = lobby.greeting
    return greeting
