"""Dramatiq: the messages of one process are taken by eight threads."""
import threading

import dramatiq

sent = 0


@dramatiq.actor
def count_in_threads_bad(user):
    global sent
    before = sent
    sent = before + 1  # error: 4, SIS003, "sent"
    return user


locked_sent = 0
counting = threading.Lock()


@dramatiq.actor(max_retries=3)
def count_under_a_lock_ok(user):
    global locked_sent
    with counting:
        before = locked_sent
        locked_sent = before + 1
    return user


current = None


@dramatiq.actor
def user_of_another_thread_bad(user):
    global current
    current = user  # error: 4, SIS001, "current"
    return f"Hello {current}"


mails = []


@dramatiq.actor(queue_name="mails")
def mails_of_all_messages_bad(user, text):
    mails.append(f"{user}: {text}")  # error: 4, SIS001, "mails"
    return list(mails)


@dramatiq.actor
def mails_of_one_message_ok(user, text):
    own = [f"{user}: {text}"]
    return own


last = ""


class Audit(dramatiq.Middleware):
    """One instance is called around every message."""

    def before_process_message(self, broker, message):
        global last
        last = message  # error: 8, SIS001, "last"
        return f"before {last}"


def middleware_sets_a_global_bad(broker, message):
    return Audit().before_process_message(broker, message)


languages = []


class Preparing(dramatiq.Middleware):
    """Prepares a process before its workers begin."""

    def before_worker_boot(self, broker, worker):
        languages.append("en")


@dramatiq.actor
def prepared_before_ok(user):
    return [*languages, user]


class Greet(dramatiq.GenericActor):
    def __init__(self):
        self.user = None

    def perform(self, user):
        before = self.user
        self.user = user  # error: 8, SIS004, "Greet.user"
        return before


greet = Greet()


def kept_on_the_actor_bad(user):
    return greet.perform(user)
