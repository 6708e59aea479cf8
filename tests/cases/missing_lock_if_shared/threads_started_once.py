"""A thread that is started where none is yet: of two callers in threads each starts one, and one of the two is lost."""
import asyncio
import queue
import threading


def one_for_all(cls):
    """What somebody may do in another file."""
    return eval("cls")()


class Journal:
    """Keeps a lock for what it writes, but not for its start."""

    def __init__(self, path):
        self.path = path
        self.work = queue.Queue()
        self.worker = None
        self.lock = threading.Lock()

    def write(self, text):
        if self.worker is None:
            self.begin()
        self.work.put(text)

    def begin(self):
        worker = threading.Thread(target=self.run, daemon=True)
        worker.start()
        self.worker = worker  # error: 8, SIS103, "'Journal.worker' is tested, then set while other threads run"

    def run(self):
        with self.lock, open(self.path, "a") as file:
            file.write(self.work.get())


# not executed: it starts threads
def started_by_whoever_comes_first_bad(writer: Journal, text):
    writer.write(text)


class CarefulJournal:
    def __init__(self, path):
        self.path = path
        self.work = queue.Queue()
        self.worker = None
        self.lock = threading.Lock()

    def write(self, text):
        with self.lock:
            if self.worker is None:
                self.worker = threading.Thread(target=self.run, daemon=True)
                self.worker.start()
        self.work.put(text)

    def run(self):
        with open(self.path, "a") as file:
            file.write(self.work.get())


# not executed: it starts threads
def started_under_a_lock_ok(writer: CarefulJournal, text):
    writer.write(text)


class Label:
    """Starts no thread: what is made a second time is the same."""

    def __init__(self):
        self.text = "one word and another"
        self.lock = threading.Lock()
        self.parts = None

    def words(self):
        if self.parts is None:
            self.parts = self.text.split()
        return self.parts


label = one_for_all(Label)


def made_twice_at_worst_ok(text):
    return [text, *label.words()]


class Player:
    """Starts a thread, and nothing in it says that others call it from threads of their own."""

    def __init__(self):
        self.worker = None

    def play(self, tune):
        if self.worker is None:
            self.worker = threading.Thread(target=len, args=(tune,))
            self.worker.start()


player = one_for_all(Player)


async def started_by_its_only_caller_ok(tune):
    player.play(tune)
    return tune


class Runner:
    """Keeps no lock at all, but hands work to a loop in a thread of its own."""

    def __init__(self):
        self.loop = None

    def submit(self, work):
        if self.loop is None:
            self.loop = asyncio.new_event_loop()  # error: 12, SIS103, "'Runner.loop' is tested, then set while other"
            threading.Thread(target=self.loop.run_forever, daemon=True).start()
        return asyncio.run_coroutine_threadsafe(work, self.loop).result()


# not executed: it starts threads
def loop_begun_by_whoever_comes_first_bad(runner: Runner, work):
    return runner.submit(work)
