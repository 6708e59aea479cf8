"""Stands in for celery: decorators give the function back, called or not."""
import functools
import inspect

from celery import signals


def _bound(task, function):
    @functools.wraps(function)
    def run(*arguments):
        return function(task, *arguments)

    run.__signature__ = inspect.signature(function.__get__(task))
    return run


def shared_task(*functions, **named):
    return functions[0] if functions else lambda function: function


class Task:
    """One instance runs all of its tasks in a process."""


class Celery:
    def __init__(self, *arguments, **named):
        self.on_after_configure = signals.Signal()

    def task(self, *functions, bind=False, base=None, **named):
        if bind and base is not None:
            return functools.partial(_bound, base())
        return shared_task(*functions)

    def register_task(self, task):
        return task
