"""Celery: a worker process runs its tasks one after the other; what one leaves in a module, the next one finds."""
from celery import Celery, Task, shared_task, signals

app = Celery("shop")
mails = []


# one at a time: a worker process takes the next task when the last one has ended
@app.task
def mails_of_all_tasks_bad(user, text):
    mails.append(f"{user}: {text}")  # error: 4, SIS001, "mails"
    return list(mails)


# one at a time: a worker process takes the next task when the last one has ended
@app.task
def mails_of_one_task_ok(user, text):
    own = [f"{user}: {text}"]
    return own


current = None


# one at a time: a worker process takes the next task when the last one has ended
@shared_task
def user_of_the_last_task_bad(user):
    global current
    before = current
    current = user  # error: 4, SIS001, "current"
    return f"{before}, then {user}"


sent = 0


# one at a time: a worker process takes the next task when the last one has ended
@shared_task(name="count")
def count_of_a_process_ok(user):
    global sent
    before = sent
    sent = before + 1
    return user


customer = None


# one at a time: a worker process takes the next task when the last one has ended
@app.task
def set_before_it_is_used_ok(user):
    global customer
    customer = user
    return f"Hello {customer}"


failures = []


class Reporting(Task):
    """One instance runs all of its tasks in a process."""

    def on_failure(self, error, task):
        failures.append(error)  # error: 8, SIS001, "failures"
        return list(failures)


# one at a time: a worker process takes the next task when the last one has ended
def failures_of_all_tasks_bad(user):
    return app.register_task(Reporting()).on_failure(user, "task")


class Greeting(Task):
    """One instance runs all of its tasks in a process."""

    def __init__(self):
        self.greeted = []

    def run(self, user):
        self.greeted.append(user)  # error: 8, SIS004, "greeted"
        return list(self.greeted)


greeting = app.register_task(Greeting())
by_name = {"greeting": greeting}


# one at a time: a worker process takes the next task when the last one has ended
def task_remembers_whom_it_greeted_bad(user):
    return by_name["greeting"].run(user)


languages = []


@signals.worker_process_init.connect
def load_languages(**named):
    for name in ("en", "fr"):
        languages.append(name)


# one at a time: a worker process takes the next task when the last one has ended
@app.task
def loaded_when_the_process_began_ok(user):
    return [*languages, user]


tasks_begun = []


# one at a time: a worker process takes the next task when the last one has ended
@signals.task_prerun.connect
def signal_before_every_task_bad(task_id):
    tasks_begun.append(task_id)  # error: 4, SIS001, "tasks_begun"
    return list(tasks_begun)


class TaskWithNotes(Task):
    def __init__(self):
        self.notes = []

    def note(self, text):
        self.notes.append(text)  # error: 8, SIS004, "TaskWithNotes.notes"


# one at a time: a worker process takes the next task when the last one has ended
@app.task(bind=True, base=TaskWithNotes)
def task_of_a_base_keeps_its_notes_bad(self, user_id, text):
    self.note(text)
    return self.notes


class TaskWithFreshNotes(Task):
    def begin(self):
        self.fresh = []

    def note(self, text):
        self.fresh.append(text)


# one at a time: a worker process takes the next task when the last one has ended
@app.task(bind=True, base=TaskWithFreshNotes)
def task_of_a_base_begins_anew_ok(self, user_id, text):
    self.begin()
    self.note(text)
    return self.fresh


class TaskWithConnection(Task):
    _connection = None

    @property
    def connection(self):
        if self._connection is None:
            self._connection = {"rows": 1}
        return self._connection


# one at a time: a worker process takes the next task when the last one has ended
@app.task(bind=True, base=TaskWithConnection)
def task_of_a_base_connects_once_ok(self, user_id, text):
    return self.connection["rows"]
