"""Handlers store a new object in a module variable. Whoever stores one of its own before each use, with no pause in
between, never works with the object of another session."""
import asyncio
from string import Formatter

from fastapi import APIRouter

router = APIRouter()


class Game:
    def __init__(self):
        self.moves = 0

    def move(self):
        self.moves += 1
        return self.moves


formatter = Formatter()


@router.post("/hello")
async def object_renewed_before_its_use_ok(name: str):
    global formatter
    formatter = Formatter()
    return formatter.format("hello {}", name)


@router.post("/goodbye")
async def object_renewed_by_another_handler_ok(name: str):
    global formatter
    formatter = Formatter()
    return formatter.format("goodbye {}", name)


game = Game()


async def moved():
    return game.move()


@router.post("/play")
async def object_used_after_a_pause_bad(name: str):
    global game
    game = Game()  # error: 4, SIS001, "game"
    await asyncio.sleep(0)
    return f"{name}: {await moved()}"
