"""Stands in for fbmessenger: an object handles what comes in by its own methods."""


class BaseMessenger:
    def __init__(self, page_access_token):
        self.token = page_access_token

    def handle(self, payload):
        return self.message(payload)
