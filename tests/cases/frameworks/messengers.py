"""Messengers: what is added to a client or to a handler of webhooks serves all that write to it."""
import asyncio

from fbmessenger import BaseMessenger
from linebot import WebhookHandler
from pyrogram import Client
from pyrogram.handlers import MessageHandler
from telethon import TelegramClient, events

line = WebhookHandler("secret")
written = []


@line.add("message")
def added_to_a_handler_of_webhooks_bad(event, text):
    written.append(text)  # error: 4, SIS001, "written"
    return list(written)


by_writer = {}


# benign race: a writer who sends twice at once sees both texts
@line.add("message")
def added_and_kept_by_writer_ok(event, text):
    by_writer.setdefault(event, []).append(text)
    return list(by_writer[event])


class Desk(BaseMessenger):
    def __init__(self, token):
        super().__init__(token)
        self.last = None

    def message(self, message):
        before, self.last = self.last, message  # error: 16, SIS004, "Desk.last"
        return before


desk = Desk("token")


def object_that_handles_payloads_bad(user, text):
    return desk.handle(text)


client = Client("bot")
asked = []


@client.on_message()
async def handler_of_a_client_bad(sender, message):
    asked.append(message)  # error: 4, SIS001, "asked"
    await asyncio.sleep(0)
    return list(asked)


added = None


async def handler_added_to_a_client_bad(sender, message):
    global added
    added = message  # error: 4, SIS001, "added"
    await asyncio.sleep(0)
    return added


client.add_handler(MessageHandler(handler_added_to_a_client_bad))

telegram = TelegramClient("session")
heard = None


@telegram.on(events.NewMessage)
async def event_of_a_client_bad(event, text):
    global heard
    heard = text  # error: 4, SIS001, "heard"
    await asyncio.sleep(0)
    return heard


@telegram.on(events.NewMessage)
async def event_that_answers_for_itself_ok(event, text):
    await asyncio.sleep(0)
    return text
