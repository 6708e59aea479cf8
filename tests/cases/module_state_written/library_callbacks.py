"""What an unknown library is given to call back serves whoever comes, if it looks like it."""
import functools

import parrot
import rich_click

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


linked = []


def given_by_a_partial_bad(event, text):
    linked.append(text)  # error: 4, SIS001, "linked"
    return list(linked)


line = parrot.connect("secret")
line.subscribe("text", callback=functools.partial(given_by_a_partial_bad))
wrapped = []


def given_in_a_wrapper_bad(event, text):
    wrapped.append(text)  # error: 4, SIS001, "wrapped"
    return list(wrapped)


line.install("text", parrot.TextHandler(given_in_a_wrapper_bad))
named = []


def given_by_a_keyword_of_a_class_bad(event, text):
    named.append(text)  # error: 4, SIS001, "named"
    return list(named)


parrot.Hook("secret", on_text=given_by_a_keyword_of_a_class_bad)
listed = []


def given_in_a_table_bad(event, text):
    listed.append(text)  # error: 4, SIS001, "listed"
    return list(listed)


for name, function in {"text": given_in_a_table_bad}.items():
    line.on(name, function)
kept = []


class Perch:
    def __init__(self):
        self.line = parrot.connect("secret")
        self.line.on("text", given_to_an_attribute_bad)


def given_to_an_attribute_bad(event, text):
    kept.append(text)  # error: 4, SIS001, "kept"
    return list(kept)


answered = []


class Answering(parrot.Bot):
    def on_text(self, update):
        return self.answer(update)

    def answer(self, said):
        return ""


class Remembering(Answering):
    def answer(self, said):
        answered.append(said)  # error: 8, SIS001, "answered"
        return list(answered)


def hook_that_an_inherited_method_calls_bad(user, text):
    return Remembering().handle(text)


by_sender = {}


# benign race: a sender who writes twice at once sees both texts
@hook.add("text")
def kept_by_sender_ok(event, text):
    by_sender.setdefault(event, []).append(text)
    return list(by_sender[event])


prepared = []


class Preparing(Answering):
    def on_text(self, update):
        return [update]

    # not executed: the method that would call it is another one here
    def answer(self, said):
        prepared.append(said)
        return list(prepared)


def hook_that_nothing_calls_ok(user, text):
    return Preparing().handle(text)


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


dialogue = {"step": 0, "name": ""}


# not executed: what one call wrote, the next one takes in either order
def step_of_a_dialogue_bad(event, text):
    if dialogue["step"] == 0:
        dialogue["name"] = text  # error: 8, SIS001, "dialogue"
        dialogue["step"] = 1
        return "and how old?"
    return [dialogue["name"], text]


hook.add_handler(step_of_a_dialogue_bad)
last_seen = {"text": ""}


def compared_with_the_last_ok(event, text):
    is_same = last_seen["text"] == text
    last_seen["text"] = text
    return None if is_same else text


hook.add_handler(compared_with_the_last_ok)
dialogues = {}


# benign race: two first messages of one user both begin the dialogue
def step_of_each_dialogue_ok(event, text):
    own = dialogues.setdefault(event, {"step": 0, "name": ""})
    if own["step"] == 0:
        own["name"] = text
        own["step"] = 1
        return "and how old?"
    return [own["name"], text]


hook.add_handler(step_of_each_dialogue_ok)


helped = []


class Commands(rich_click.RichGroup):
    def format_help(self, ctx, formatter):
        helped.append(ctx)
        return list(helped)


# not executed: the user at the terminal asks for help, and no session does
def group_of_commands_ok(context, text):
    return Commands()
