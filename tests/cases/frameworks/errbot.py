"""Errbot: one plugin answers all users, each command in a thread of its own."""
import time

from errbot import BotPlugin, botcmd, re_botcmd


class Access(BotPlugin):
    requester = None

    def __init__(self):
        self.log = []
        self.requester = None
        self.texts = {}

    @botcmd
    def ask_bad(self, message, args):
        self.requester = message.frm  # error: 8, SIS004
        time.sleep(0)
        return f"{self.requester} asked"

    @re_botcmd(pattern="again")
    def again_bad(self, message, match):
        self.log.append(message.body)  # error: 8, SIS004, "log"
        return "\n".join(self.log)

    @botcmd
    def told_ok(self, message, args):
        name = message.frm
        return f"{name} asked"

    @botcmd
    def keyed_ok(self, message, args):
        self.texts[message.frm] = args
        return self.texts[message.frm]
