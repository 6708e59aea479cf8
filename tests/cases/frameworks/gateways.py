"""Programs that import no framework and keep to a server's form: WSGI, ASGI, Django's middleware."""
history = []


def application_bad(environ, start_response):
    history.append(start_response)  # error: 4, SIS001, "history"
    return list(history)


visits = 0


def application_counts_bad(environ, start_response):
    global visits
    before = visits
    visits = before + 1  # error: 4, SIS003, "visits"
    return [environ, start_response]


said = []


class Application:
    def __call__(self, environ, start_response):
        said.append(environ)  # error: 8, SIS001, "said"
        return list(said)


def application_object_bad(user, message):
    return Application()(message, print)


asked = []


class Gateway:
    async def __call__(self, scope, receive, send):
        asked.append(scope)  # error: 8, SIS001, "asked"
        return list(asked)


async def gateway_bad(user, message):
    return await Gateway()(message, print, print)


seen = []


class Remember:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        seen.append(request)  # error: 8, SIS001, "seen"
        return list(seen)


def middleware_bad(user, message):
    return Remember(None)(message)


last = None


class Hooks:
    def process_request(self, request):
        global last
        last = request  # error: 8, SIS001, "last"

    def process_response(self, request, response):
        return f"{last}: {response}"


def hooks_bad(user, message):
    hooks = Hooks()
    hooks.process_request(user)
    return hooks.process_response(user, message)


class Spider:
    def process_request(self, request, spider):
        crawled.append(request)
        return list(crawled)


crawled = []


# not executed: nobody serves sessions with it
def other_signature_ok(user, message):
    return Spider().process_request(message, user)


class Box:
    def __call__(self, request):
        boxed.append(request)
        return list(boxed)


boxed = []


# not executed: nothing shows that it serves sessions
def without_get_response_ok(user, message):
    return Box()(message)
