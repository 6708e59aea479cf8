"""Errbot: one plugin answers all users, each command in a thread of its own."""
import asyncio

from errbot import BotPlugin, botcmd, re_botcmd


class Access(BotPlugin):
    def __init__(self):
        self.requested = None

    @botcmd
    def ask(self, message, args):
        self.requested = args  # error: 8, SIS004
        return self.answer()

    def answer(self):
        return f"{self.requested} is granted"


access = Access()


async def the_request_is_kept_bad(message, args):
    return await asyncio.to_thread(access.ask, message, args)


class Log(BotPlugin):
    def __init__(self):
        self.log = []

    @re_botcmd(pattern="again")
    def again(self, message, match):
        self.log.append(message)  # error: 8, SIS004, "log"
        return "\n".join(self.log)


log = Log()


async def a_log_is_shown_bad(message):
    return await asyncio.to_thread(log.again, message, None)


class Telling(BotPlugin):
    def __init__(self):
        self.texts = {}

    @botcmd
    def tell(self, message, args):
        text = f"{args} is granted"
        return text

    @botcmd
    def keep(self, message, args):
        self.texts[message] = args
        return self.texts[message]


telling = Telling()


async def a_local_variable_ok(message, args):
    return await asyncio.to_thread(telling.tell, message, args)


async def one_for_each_user_ok(message):
    return await asyncio.to_thread(telling.keep, message, message)
