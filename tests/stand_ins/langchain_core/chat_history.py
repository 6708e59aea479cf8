"""A history is a list of messages."""


class InMemoryChatMessageHistory:
    def __init__(self):
        self.messages = []

    def add_user_message(self, message):
        self.messages.append(message)

    def add_ai_message(self, message):
        if message:
            self.messages.append(message)

    def clear(self):
        self.messages.clear()
