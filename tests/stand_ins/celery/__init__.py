"""Stands in for celery: decorators give the function back, called or not."""
from celery import signals


def shared_task(*functions, **named):
    return functions[0] if functions else lambda function: function


class Task:
    """One instance runs all of its tasks in a process."""


class Celery:
    def __init__(self, *arguments, **named):
        self.on_after_configure = signals.Signal()

    def task(self, *functions, **named):
        return shared_task(*functions)

    def register_task(self, task):
        return task
