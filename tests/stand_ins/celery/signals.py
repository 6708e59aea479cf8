"""Stands in for celery.signals."""


class Signal:
    def connect(self, function, **named):
        return function


worker_init = worker_process_init = worker_ready = task_prerun = task_postrun = Signal()
