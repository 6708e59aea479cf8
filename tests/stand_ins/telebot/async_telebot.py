"""Stands in for telebot.async_telebot."""
from telebot import _decorator


class AsyncTeleBot:
    def __init__(self, token, **named):
        self.token = token

    def message_handler(self, **named):
        return _decorator()

    callback_query_handler = message_handler

    async def reply_to(self, message, text):
        return text
