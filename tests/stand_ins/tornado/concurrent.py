"""What runs in the threads of an executor."""
import functools


def run_on_executor(method):
    @functools.wraps(method)
    def begin(self, *args):
        return self.executor.submit(method, self, *args)
    return begin
