"""What an unknown library is given to call back serves whoever comes, if it looks like it."""
import functools

import parrot

hook = parrot.Hook("secret")
written = []


@hook.add("text")
def decorated_by_an_unknown_object_bad(event, text):
    written.append(text)  # error: 4, SIS001, "written"
    return list(written)


added = []


def given_by_a_call_bad(update, text):
    added.append(text)  # error: 4, SIS001, "added"
    return list(added)


hook.add_handler(given_by_a_call_bad)
assigned = []


def assigned_to_an_attribute_bad(request, text):
    assigned.append(text)  # error: 4, SIS001, "assigned"
    return list(assigned)


hook.on_text = assigned_to_an_attribute_bad
overridden = []


class Desk(parrot.Bot):
    def on_text(self, update):
        overridden.append(update)  # error: 8, SIS001, "overridden"
        return list(overridden)


def method_that_overrides_bad(user, text):
    return Desk().handle(text)


by_sender = {}


# benign race: a sender who writes twice at once sees both texts
@hook.add("text")
def kept_by_sender_ok(event, text):
    by_sender.setdefault(event, []).append(text)
    return list(by_sender[event])


commands = []


# not executed: a command line has one user
@hook.command("say")
def command_of_a_program_ok(context, text):
    commands.append(text)
    return list(commands)


plugged = []


# not executed: a registry runs what is plugged in once, when the program starts
@hook.register("plug")
def plugged_into_a_registry_ok(context, text):
    plugged.append(text)
    return list(plugged)


measured = []


# not executed: nothing tells that a session brings what is measured
@hook.add("value")
def takes_no_event_ok(name, value):
    measured.append(value)
    return list(measured)


shown = []


@functools.singledispatch
def show(request, text):
    return text


# not executed: it is chosen by the type of what the program itself shows
@show.register(str)
def chosen_by_a_type_ok(request, text):
    shown.append(text)
    return list(shown)
