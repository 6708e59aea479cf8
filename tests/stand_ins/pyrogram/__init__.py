"""Stands in for Pyrogram: decorators give the function back."""


class Client:
    def __init__(self, name):
        self.added = []

    def on_message(self, filters=None):
        return lambda function: function

    def on_disconnect(self):
        return lambda function: function

    def add_handler(self, handler):
        self.added.append(handler)
