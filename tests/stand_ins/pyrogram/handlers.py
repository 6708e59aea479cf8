"""What is added to a client."""


class MessageHandler:
    def __init__(self, callback):
        self.callback = callback
