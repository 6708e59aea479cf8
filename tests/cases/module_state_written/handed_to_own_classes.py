"""A method of the program's own class is not the library's of the same name: what it is given may run in a process of
its own."""
from multiprocessing import Process

from fastapi import BackgroundTasks, FastAPI

app = FastAPI()


class Processes:
    def __init__(self):
        self.started = 0

    def add_task(self, function, *given):
        Process(target=function, args=given).start()


processes = Processes()
running = ""


def run(message):
    global running
    running = message
    return announced(running)


def announced(text):
    return f"running {text}"


# not executed: it starts a process
@app.post("/run")
def run_in_a_process_of_its_own_ok(message: str):
    processes.add_task(run, message)
    return "started"


noted = ""


def note(message):
    global noted
    noted = message  # error: 4, SIS001, "noted"
    return announced(noted)


# not executed: the library runs the task
@app.post("/note")
def note_in_the_background_bad(message: str, tasks: BackgroundTasks):
    tasks.add_task(note, message)
    return noted
