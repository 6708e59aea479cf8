"""In threads a thread-local does what it is for: one request to a thread, one connection to a thread."""
import sqlite3
import threading

current = threading.local()


def serve(user):
    current.user = user
    return greeting()


def greeting():
    return f"hello {current.user}"


def request_in_a_thread_ok(user):
    worker = threading.Thread(target=serve, args=(user,))
    worker.start()
    worker.join()
    return user


class Pool:
    """A connection for each thread."""

    def __init__(self, name):
        self.name = name
        self._local = threading.local()

    def connection(self):
        if getattr(self._local, "connection", None) is None:
            self._local.connection = sqlite3.connect(self.name)
        return self._local.connection

    def close(self):
        if hasattr(self._local, "connection"):
            self._local.connection.close()
            del self._local.connection


def connection_for_each_thread_ok(user):
    pool = Pool(":memory:")
    try:
        return pool.connection().execute("select ?", (user,)).fetchone()[0]
    finally:
        pool.close()


def plain_function_ok(user):
    current.user = user
    return greeting()
