"""What a lifespan yields is one object for all; what is assigned on a request in its place is that request's own."""
from contextlib import asynccontextmanager
from types import SimpleNamespace

from starlette.applications import Starlette
from starlette.routing import Route


@asynccontextmanager
async def lifespan(app):
    board = Board()
    yield {"seen": [], "board": board, "user": None}


shared = {"seen": []}


def request_of(user):
    return SimpleNamespace(user=user, state=SimpleNamespace(user=None, **shared))


async def list_of_the_lifespan(request, message):
    request.state.seen.append(message)  # error: 4, SIS001, "state.seen"
    return list(request.state.seen)


async def list_of_the_lifespan_bad(user, message):
    return await list_of_the_lifespan(request_of(user), message)


class Board:
    def __init__(self):
        self.said = []
        self.last = None

    def say(self, message):
        before = self.last
        self.last = message  # error: 8, SIS004, "Board.last"
        return before


shared["board"] = Board()


async def object_of_the_lifespan(request, message):
    return request.state.board.say(message)


async def object_of_the_lifespan_bad(user, message):
    return await object_of_the_lifespan(request_of(user), message)


async def assigned_on_the_request(request, message):
    before = request.state.user
    request.state.user = message
    request.state.seen = [message]
    return before, request.state.seen


async def assigned_on_the_request_ok(user, message):
    return await assigned_on_the_request(request_of(user), message)


async def another_of_the_request(request, message):
    request.state.drafts = []
    request.state.drafts.append(message)
    return request.state.drafts


async def another_of_the_request_ok(user, message):
    return await another_of_the_request(request_of(user), message)


app = Starlette(lifespan=lifespan, routes=[
    Route("/list", list_of_the_lifespan), Route("/object", object_of_the_lifespan),
    Route("/assigned", assigned_on_the_request), Route("/another", another_of_the_request),
])
