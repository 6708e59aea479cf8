"""Work after the answer."""


class BackgroundTask:
    def __init__(self, func, *arguments):
        self.func = func
        self.arguments = arguments
