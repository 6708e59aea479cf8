"""A cursor gives the rows of what was executed on it last: in threads, perhaps somebody else's."""
import sqlite3
import threading

from fastapi import FastAPI

app = FastAPI()


class Connection(sqlite3.Connection):
    def __del__(self):
        self.close()


def connect():
    connection = sqlite3.connect(":memory:", check_same_thread=False, factory=Connection)
    connection.execute("create table notes (user text, note text)")
    return connection


connection = connect()
cursor = connection.cursor()


# not executed: two threads in one cursor of sqlite3 end in errors, not only in wrong rows
@app.get("/notes")
def rows_of_the_last_query_bad(user):
    cursor.execute("select ?", (user,))
    return cursor.fetchall()  # error: 11, SIS003, "cursor"


guarded = connection.cursor()
turn = threading.Lock()


@app.get("/guarded")
def query_and_rows_under_a_lock_ok(user):
    with turn:
        guarded.execute("select ?", (user,))
        return guarded.fetchall()


on_the_loop = connection.cursor()


@app.get("/on-the-loop")
async def query_and_rows_without_a_pause_ok(user):
    on_the_loop.execute("select ?", (user,))
    return on_the_loop.fetchall()


# not executed: what it shows is that each call has a cursor of its own
@app.get("/own")
def cursor_of_the_call_ok(user):
    own = connection.cursor()
    own.execute("select ?", (user,))
    return own.fetchall()
