"""A class that inherits from Thread: what its `run` does is done beside whoever told it to start."""
import threading

count = 0


class Counting(threading.Thread):
    def run(self):
        global count
        before = count
        count = before + 1  # error: 8, SIS003, "count"


async def thread_started_for_each_request_bad(user):
    thread = Counting()
    thread.start()
    return user


locked_count = 0
lock = threading.Lock()


class Locked(threading.Thread):
    def run(self):
        global locked_count
        with lock:
            before = locked_count
            locked_count = before + 1


async def thread_under_a_lock_ok(user):
    thread = Locked()
    thread.start()
    return user


starts = 0


class Starting(threading.Thread):
    """Starts itself."""

    def __init__(self):
        super().__init__()
        self.start()

    def run(self):
        global starts
        before = starts
        starts = before + 1  # error: 8, SIS003, "starts"


async def thread_that_starts_itself_bad(user):
    Starting()
    return user


alone = 0


class Alone(threading.Thread):
    """Started once, when the program begins."""

    def run(self):
        global alone
        before = alone
        alone = before + 1


def main():
    Alone().start()


async def thread_of_the_program_ok(user):
    return user
