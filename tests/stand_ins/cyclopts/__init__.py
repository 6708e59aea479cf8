"""Stands in for cyclopts: decorators give the function back."""


class App:
    def command(self, function):
        return function

    def default(self, function):
        return function
