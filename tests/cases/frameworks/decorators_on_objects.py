"""A decorator belongs to an object: of the project's own class, given by a caller, or made where it is used."""
import threading

from slack_bolt import App


class Desk(App):
    """A class of the project that inherits from the library's."""


desk = Desk()
calls = 0


@desk.event("message")
def on_an_object_of_an_own_class_bad(event):
    global calls
    before = calls
    calls = before + 1  # error: 4, SIS003, "calls"
    return event["user"]


greetings = 0


# A caller makes the application.
def register(app: App):
    app.command("/greet")(given_to_an_annotated_parameter_bad)


def given_to_an_annotated_parameter_bad(command):
    global greetings
    before = greetings
    greetings = before + 1  # error: 4, SIS003, "greetings"
    return command["user_id"]


farewells = 0


class Service:
    """Has the application as an attribute."""

    def __init__(self):
        self.app = App()
        self.app.command("/leave")(self.leave)

    def leave(self, command):
        global farewells
        before = farewells
        farewells = before + 1  # error: 8, SIS003, "farewells"
        return command["user_id"]


def bound_method_given_to_an_attribute_bad(command):
    return Service().leave(command)


votes = 0
voting = threading.Lock()


@desk.action("vote")
def under_a_lock_ok(body):
    global votes
    with voting:
        before = votes
        votes = before + 1
    return body["user"]


class Queue:
    """An object that has nothing to do with the library, with a decorator of the same name."""

    def event(self, function):
        return function


queue = Queue()
taken = 0


# not executed: nobody calls it
@queue.event
def on_an_object_of_another_class_ok(item):
    global taken
    before = taken
    taken = before + 1
    return item
