"""A callback handler knows the trace of its last run."""


class CallbackHandler:
    def __init__(self):
        self.last_trace_id = None
