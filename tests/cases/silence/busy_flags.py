"""Flags of a decorator by which no call skips work that is never done: of each thread, set once, under a lock."""
import functools
import threading

scale = []


def weigh(user):
    scale.append(user)
    scale.remove(user)


def weighed_by_each_thread(function):
    own = threading.local()

    @functools.wraps(function)
    def around(user, *given):
        if getattr(own, "busy", False):
            return function(user, *given)
        own.busy = True
        try:
            weigh(user)
            return function(user, *given)
        finally:
            own.busy = False

    return around


# not executed: threads keep apart what is in a thread-local
def flag_of_each_thread_ok(function):
    return weighed_by_each_thread(function)


def weighed_once(function):
    done = False

    @functools.wraps(function)
    def around(user, *given):
        nonlocal done
        if not done:
            done = True
            weigh(user)
        return function(user, *given)

    return around


# not executed: the first call does what is to be done once
def done_by_the_first_call_ok(function):
    return weighed_once(function)


def weighed_under_a_lock(function):
    busy = False
    lock = threading.Lock()

    @functools.wraps(function)
    def around(user, *given):
        nonlocal busy
        with lock:
            if busy:
                return function(user, *given)
            busy = True
            try:
                weigh(user)
                return function(user, *given)
            finally:
                busy = False

    return around


# not executed: one call at a time
def flag_under_a_lock_ok(function):
    return weighed_under_a_lock(function)
