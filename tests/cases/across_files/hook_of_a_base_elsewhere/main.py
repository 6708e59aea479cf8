"""A method runs for each message, because one that is inherited from another file calls it."""
from desk import Desk

said_before = []


class Recalling(Desk):
    def reply(self, said):
        said_before.append(said)  # error: 8, SIS001, "said_before"
        return list(said_before)


def hook_of_a_base_of_another_file_bad(user, text):
    return Recalling().handle(text)


prepared = []


class Preparing(Desk):
    def on_text(self, update):
        return [update]

    def reply(self, said):
        prepared.append(said)
        return list(prepared)


def hook_that_the_overriding_method_does_not_call_ok(user, text):
    return Preparing().handle(text)
