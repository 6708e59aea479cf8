"""Tornado: a handler is made for each request or connection, the application and class attributes are everybody's."""
import asyncio
from concurrent.futures import ThreadPoolExecutor

from tornado.concurrent import run_on_executor
from tornado.web import Application, RequestHandler
from tornado.websocket import WebSocketHandler

history = []


class Chat(RequestHandler):
    async def post(self):
        history.append(self.request.body)  # error: 8, SIS001, "history"
        await asyncio.sleep(0)
        return list(history)


app = Application([(r"/chat", Chat)])


async def handler_bad(user, message):
    return await Chat(app, message).post()


total = 0


class Counter(RequestHandler):
    async def put(self):
        global total
        before = total
        await asyncio.sleep(0)
        total = before + 1  # error: 8, SIS003, "total"


async def handler_counts_bad(user):
    return await Counter(app, user).put()


visits = 0


class Calm(RequestHandler):
    def head(self):
        global visits
        before = visits
        visits = before + 1

    def get(self):
        self.user = self.request.body
        return self.user


async def plain_handler_counts_on_the_loop_ok(user):
    await asyncio.sleep(0)
    return Calm(app, user).head()


def kept_on_the_handler_ok(user, message):
    return Calm(app, message).get()


class Broadcast(WebSocketHandler):
    waiters = set()
    cache = []

    def open(self):
        self.waiters.add(self)
        self.said = []

    def on_message(self, message):
        self.said.append(message)
        self.cache.append(message)  # error: 8, SIS002, "Broadcast.cache"
        return list(self.cache)

    def on_close(self):
        self.waiters.remove(self)


def kept_on_the_class_bad(user, message):
    handler = Broadcast(app, user)
    handler.open()
    said = handler.on_message(message)
    handler.on_close()
    return said


class Last(RequestHandler):
    def post(self, message):
        before = self.settings.get("last")
        self.settings["last"] = message  # error: 8, SIS001, "settings"
        return before


def kept_in_the_settings_bad(user, message):
    return Last(app, user).post(message)


class Waiting(RequestHandler):
    def put(self, message):
        self.application.waiting.append(message)  # error: 8, SIS001, "application.waiting"
        return list(self.application.waiting)


def kept_on_the_application_bad(user, message):
    return Waiting(app, user).put(message)


class Store:
    def __init__(self):
        self.items = []


class Stored(RequestHandler):
    def initialize(self, store):
        self.store = store

    def post(self, message):
        self.store.items.append(message)  # error: 8, SIS004, "Store.items"
        return list(self.store.items)


store = Store()
stored = Application([(r"/stored", Stored, {"store": store})])


def argument_of_the_route_bad(user, message):
    handler = Stored(stored, user)
    handler.initialize(store)
    return handler.post(message)


opened_by = None


class Door(WebSocketHandler):
    def open(self, name):
        global opened_by
        before = opened_by
        opened_by = name  # error: 8, SIS001, "opened_by"
        return before


def each_connection_opens_bad(user, message):
    return Door(app, user).open(message)


class OwnStore(RequestHandler):
    def initialize(self, limit):
        self.store = Store()
        self.limit = limit

    def post(self, message):
        self.store.items.append(message)
        return self.store.items[:self.limit]


own_stores = Application([(r"/own", OwnStore, {"limit": 10})])


def own_object_of_each_handler_ok(user, message):
    handler = OwnStore(own_stores, user)
    handler.initialize(10)
    return handler.post(message)


said_by = None
greeting = None


class Mirror(RequestHandler):
    language = "en"

    def prepare(self):
        self.said = self.request.body

    async def get(self):
        global said_by
        said_by = self.said  # error: 8, SIS001, "said_by"
        await asyncio.sleep(0)
        return said_by

    async def post(self):
        global greeting
        greeting = self.language
        await asyncio.sleep(0)
        return greeting


async def what_a_handler_was_made_for_bad(user):
    mirror = Mirror(app, user)
    mirror.prepare()
    return await mirror.get()


async def what_the_class_of_a_handler_says_ok(user):
    return await Mirror(app, user).post()


class Booking(RequestHandler):
    async def put(self):
        self.application.guest = self.get_argument("guest")  # error: 8, SIS001, "application.guest"
        await asyncio.sleep(0)
        return self.application.guest

    async def get(self):
        self.guest = self.get_argument("guest")
        await asyncio.sleep(0)
        return self.guest


async def argument_kept_on_the_application_bad(user):
    return await Booking(app, user).put()


async def argument_kept_on_the_handler_ok(user):
    return await Booking(app, user).get()


class Sketch:
    lines = ()

    def __init__(self, corner):
        self.shown = [each for each in Sketch.lines if each[:1] == corner]


class Drawing(RequestHandler):
    executor = ThreadPoolExecutor(8)

    @run_on_executor
    def drawn(self, lines):
        Sketch.lines = lines  # error: 8, SIS002, "Sketch.lines"
        return Sketch(lines[0][:1]).shown

    async def post(self):
        return await asyncio.wrap_future(self.drawn([self.request.body]))


# not executed: replay starts no executor
async def class_attribute_set_on_an_executor_bad(user):
    return await Drawing(app, user).post()


class OwnSketch:
    def __init__(self, lines):
        self.lines = lines


class OwnDrawing(RequestHandler):
    executor = ThreadPoolExecutor(8)

    @run_on_executor
    def drawn(self, lines):
        return OwnSketch(lines).lines

    async def post(self):
        return await asyncio.wrap_future(self.drawn([self.request.body]))


# not executed: replay starts no executor
async def object_made_on_an_executor_ok(user):
    return await OwnDrawing(app, user).post()
