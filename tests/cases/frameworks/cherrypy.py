"""CherryPy: exposed methods run in a pool of threads, and the object that is mounted is one for all."""
import threading

import cherrypy

history = []


class Chat:
    @cherrypy.expose
    def say(self, message):
        history.append(message)  # error: 8, SIS001, "history"
        return list(history)


chat = Chat()
cherrypy.tree.mount(chat, "/chat")


def method_bad(user, message):
    return chat.say(message)


visits = 0


class Visits:
    @cherrypy.expose
    def count(self):
        global visits
        before = visits
        visits = before + 1  # error: 8, SIS003, "visits"


counter = Visits()


def method_counts_bad(user):
    return counter.count()


counted = 0
lock = threading.Lock()


class Counted:
    @cherrypy.expose
    def count(self):
        global counted
        with lock:
            before = counted
            counted = before + 1


locked = Counted()


def method_counts_under_a_lock_ok(user):
    return locked.count()


class Desk:
    def __init__(self):
        self.last = None

    @cherrypy.expose
    def ask(self, message):
        before = self.last
        self.last = message  # error: 8, SIS004, "Desk.last"
        return before


desk = Desk()


def kept_on_the_mounted_object_bad(user, message):
    return desk.ask(message)


languages = []


def load_languages():
    languages.append("en")


cherrypy.engine.subscribe("start", load_languages)


class Languages:
    @cherrypy.expose
    def known(self, message):
        said = [*languages]
        said.append(message)
        return said


known = Languages()
cherrypy.quickstart(known)


def what_was_loaded_before_ok(user, message):
    return known.known(message)
