"""A decorator's flag by which calls skip work while one is at it: among threads one skips what nobody did for it."""
import functools
import threading


def weighed(function):
    busy = False

    @functools.wraps(function)
    def around(user, *given):
        nonlocal busy
        if busy:
            return function(user, *given)
        busy = True  # error: 8, SIS101, "busy"
        try:
            weigh(user)
            return function(user, *given)
        finally:
            busy = False

    return around


scale = []


def weigh(user):
    scale.append(user)
    scale.remove(user)


# not executed: what it skips shows in threads alone
def skipped_while_another_is_at_it_bad(function):
    return weighed(function)
