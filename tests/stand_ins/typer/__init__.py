"""Stands in for typer: decorators give the function back."""


class Typer:
    def command(self):
        return lambda function: function

    def callback(self):
        return lambda function: function
