"""A callback handler of the second version knows the trace of its last run."""


class CallbackHandler:
    def __init__(self):
        self.trace = None

    def get_trace_id(self):
        return self.trace
