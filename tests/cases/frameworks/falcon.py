"""Falcon: one object of a resource or middleware serves all requests."""
import falcon

history = []


class Chat:
    def on_get(self, request, response):
        history.append(request)  # error: 8, SIS001, "history"
        return list(history)


app = falcon.App()
chat = Chat()
app.add_route("/chat", chat)


def responder_bad(user, message):
    return chat.on_get(message, user)


class Last:
    def __init__(self):
        self.user = None

    def on_post(self, request, response):
        before = self.user
        self.user = request  # error: 8, SIS004, "Last.user"
        return before


last = Last()
app.add_route("/last", last)


def kept_on_the_resource_bad(user, message):
    return last.on_post(message, user)


visits = 0


class Visits:
    def on_get(self, req, resp):
        global visits
        before = visits
        visits = before + 1  # error: 8, SIS003, "visits"


def resource_of_another_file_bad(user):
    return Visits().on_get(user, user)


seen = []


class Log:
    def process_request(self, request, response):
        seen.append(request)  # error: 8, SIS001, "seen"
        return list(seen)

    async def process_startup(self, scope, event):
        seen.append(await event())


logged = falcon.App(middleware=[Log()])


def middleware_bad(user, message):
    return Log().process_request(message, user)


sunk = []


def sink_bad(user, message):
    sunk.append(message)  # error: 4, SIS001, "sunk"
    return list(sunk)


app.add_sink(sink_bad, "/sink")


# not executed: it takes a request
def kept_in_the_context_ok(request, response):
    request.context.user = request.get_header("user")
    return request.context.user


app.add_sink(kept_in_the_context_ok, "/context")


answered = 0


class Count:
    def on_get(self, req, resp):
        global answered
        before = answered
        answered = before + 1  # error: 8, SIS003, "answered"


count = Count()
app.add_route("/count", count)


def responder_counts_bad(user):
    return count.on_get(user, None)


class Begins:
    def __init__(self):
        self.languages = []

    async def process_startup(self, scope, event):
        self.languages.append(scope)

    async def process_request(self, req, resp):
        return list(self.languages)


begins = Begins()
app.add_middleware(begins)


async def set_before_it_serves_ok(user, message):
    return await begins.process_request(user, message)
