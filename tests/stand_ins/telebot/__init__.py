"""Stands in for pyTelegramBotAPI: decorators give the function back."""


def _decorator(*arguments, **named):
    return lambda function: function


class TeleBot:
    def __init__(self, token, **named):
        self.listeners = []

    def message_handler(self, **named):
        return _decorator()

    callback_query_handler = inline_handler = middleware_handler = message_handler

    def register_message_handler(self, callback, **named):
        self.listeners.append(callback)

    def register_next_step_handler(self, message, callback, *arguments):
        self.listeners.append(callback)

    def set_update_listener(self, listener):
        self.listeners.append(listener)

    def reply_to(self, message, text):
        return text

    send_message = reply_to

    def infinity_polling(self):
        """Does not go online."""
