"""A proxy for the request in hand is each session's own, whatever name and type a project gives it; a project's own
object under such a type is one for all."""
import time
from typing import cast

from flask import Flask
from flask import g as flask_g

app = Flask(__name__)


class Notes:
    begun = 0.0
    author = ""
    topic = ""


class Page:
    begun = 0.0
    author = ""


class Board:
    def __init__(self):
        self.author = ""


g: Notes = cast(Notes, flask_g)
own: Page = flask_g
board: Board = cast(Board, Board())


# not executed: a proxy belongs to a request
@app.post("/author")
def author_of_a_request_ok(user_id, text):
    g.author = user_id
    g.begun = time.time()
    return answered(text)


def answered(text):
    return f"{g.author} {time.time() - g.begun}: {text}"


# not executed: a proxy belongs to a request
@app.post("/page")
def page_of_a_request_ok(user_id, text):
    own.author = user_id
    return page(text)


def page(text):
    return f"{own.author}: {text}"


@app.post("/board")
def author_on_the_board_bad(user_id, text):
    board.author = user_id  # error: 4, SIS004, "Board.author"
    return board.author
