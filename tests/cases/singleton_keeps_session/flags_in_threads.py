"""In threads the flag of one block is in force for every other request, also for the function that sets it."""
import threading
import time
from contextlib import contextmanager

from flask import Flask

app = Flask(__name__)


class Journal:
    def __init__(self):
        self.silent = False
        self.lines = []

    @contextmanager
    def quiet(self):
        self.silent = True  # error: 8, SIS004, "silent"
        try:
            yield
        finally:
            self.silent = False

    def note(self):
        return "" if self.silent else "noted"


journal = Journal()


@app.post("/import")
def flag_of_a_block_in_a_thread_bad(text):
    with journal.quiet():
        time.sleep(0)
    return {"text": text, "note": journal.note()}


class OwnJournal:
    def __init__(self):
        self.own = threading.local()

    @contextmanager
    def quiet(self):
        self.own.silent = True
        try:
            yield
        finally:
            self.own.silent = False

    def note(self):
        return "" if getattr(self.own, "silent", False) else "noted"


own_journal = OwnJournal()


@app.post("/own")
def flag_of_each_thread_ok(text):
    with own_journal.quiet():
        time.sleep(0)
    return {"text": text, "note": own_journal.note()}


class LockedJournal:
    def __init__(self):
        self.lock = threading.Lock()
        self.silent = False

    @contextmanager
    def quiet(self):
        with self.lock:
            self.silent = True
            try:
                yield
            finally:
                self.silent = False

    def note(self):
        with self.lock:
            return "" if self.silent else "noted"


locked_journal = LockedJournal()


@app.post("/locked")
def flag_under_a_lock_ok(text):
    with locked_journal.quiet():
        time.sleep(0)
    return {"text": text, "note": locked_journal.note()}
