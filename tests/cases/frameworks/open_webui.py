"""Open WebUI keeps one object of the class of each function, and calls its methods for all users."""
import asyncio
import time


class Filter:
    class Valves:
        priority = 0

    def __init__(self):
        self.valves = self.Valves()
        self.emitter = None
        self.title = None

    async def inlet(self, body, __user__=None, __event_emitter__=None):
        self.emitter = __event_emitter__  # error: 8, SIS004
        self.title = body
        await asyncio.sleep(0)
        return await self.emit(body)

    async def emit(self, text):
        return await self.emitter(text)

    def outlet(self, body):
        return f"{body} for {self.title}"


emitting = Filter()


async def of_one(name, body):
    return f"{name} gets {body}"


async def the_emitter_is_kept_bad(user, body):
    async def emitter(text):
        return await of_one(user, text)

    return await emitting.inlet(body, None, emitter)


class Pipe:
    def __init__(self):
        self.valves = None
        self.user = None

    async def pipe(self, body, __user__=None):
        self.user = __user__  # error: 8, SIS004
        await asyncio.sleep(0)
        return self.complete(body)

    def complete(self, body):
        return f"{body} of {self.user}"


piping = Pipe()


async def the_user_is_kept_bad(user, body):
    return await piping.pipe(body, user)


class Handing:
    def __init__(self):
        self.valves = None

    async def pipe(self, body, __user__=None):
        await asyncio.sleep(0)
        return self.complete(body, __user__)

    def complete(self, body, user):
        return f"{body} of {user}"


handing = Handing()


async def the_user_is_handed_on_ok(user, body):
    return await handing.pipe(body, user)


class Keyed:
    def __init__(self):
        self.valves = None
        self.titles = {}

    async def inlet(self, body, __user__=None):
        self.titles[__user__] = body
        await asyncio.sleep(0)
        return f"{self.titles[__user__]} of {__user__}"


keyed = Keyed()


async def titles_by_user_ok(user, body):
    return await keyed.inlet(user, user)


class Counting:
    def __init__(self):
        self.valves = None
        self.calls = 0

    async def inlet(self, body, __user__=None):
        self.calls += 1
        await asyncio.sleep(0)
        return body


counting = Counting()


async def calls_are_counted_ok(user, body):
    return await counting.inlet(body)


class Connecting:
    def __init__(self):
        self.valves = None
        self.client = None

    async def pipe(self, body, __user__=None):
        if self.client is None:
            self.client = object()
        await asyncio.sleep(0)
        return f"{body} by {self.client is not None}"


connecting = Connecting()


async def a_client_is_made_once_ok(user, body):
    return await connecting.pipe(body)


class Configured:
    def __init__(self):
        self.valves = None
        self.model = None

    def pipes(self):
        return [self.model]

    async def on_valves_updated(self):
        self.model = str(self.valves)

    async def pipe(self, body, __user__=None):
        await asyncio.sleep(0)
        return f"{body} by {self.model}"


configured = Configured()


async def settings_of_administrators_ok(user, body):
    return await configured.pipe(body)


class Rewriting:
    def __init__(self):
        self.valves = None
        self.last = None

    def inlet(self, body, __user__=None):
        self.last = body
        return f"{self.last} of {__user__}"


rewriting = Rewriting()


async def read_again_without_a_pause_ok(user, body):
    return rewriting.inlet(body, user)


class Pipeline:
    def __init__(self):
        self.valves = None
        self.question = None

    def pipe(self, user_message, model_id, messages, body):
        self.question = user_message  # error: 8, SIS004
        return self.answer()

    def answer(self):
        return f"answer to {self.question}"


pipeline = Pipeline()


async def threads_meet_in_a_pipeline_bad(user, message):
    return await asyncio.to_thread(pipeline.pipe, message, "model", [], {})


started = 0


class Measuring:
    def __init__(self):
        self.valves = None

    async def inlet(self, body, __user__=None):
        global started
        started = time.time()  # error: 8, SIS001
        await asyncio.sleep(0)
        return body

    async def outlet(self, body, __user__=None):
        return f"{body} took {time.time() - started}"


measuring = Measuring()


# not executed: the clock of a replay is no session's data
async def the_start_of_another_is_taken_bad(user, body):
    return await measuring.outlet(await measuring.inlet(body))


class Stamping:
    def __init__(self):
        self.valves = None
        self.starts = {}

    async def inlet(self, body, __user__=None):
        self.starts[__user__] = time.time()
        return body

    async def outlet(self, body, __user__=None):
        return f"{body} took {time.time() - self.starts.pop(__user__) < 0}"


stamping = Stamping()


async def starts_by_user_ok(user, body):
    return await stamping.outlet(await stamping.inlet(user, user), user)


class Seen:
    def __init__(self):
        self.valves = None
        self.last_seen = 0

    async def inlet(self, body, __user__=None):
        self.last_seen = time.time()
        return body


seen = Seen()


async def the_time_of_the_last_request_ok(user, body):
    return await seen.inlet(body)


class Plumber:
    """No function of Open WebUI: its pipe is given no body."""

    def __init__(self):
        self.valve = None
        self.last = None

    def pipe(self, metres):
        self.last = metres
        return f"{self.last} m"


async def another_pipe_ok(user, metres):
    return Plumber().pipe(metres)


entries = {}


class Loading:
    """Each request loads the settings anew; what belongs to one message has a key of its own."""

    def __init__(self):
        self.valves = None

    async def inlet(self, body, __user__=None):
        entries["settings"] = {"model": "first"}
        await asyncio.sleep(0)
        self.keep(f"question {__user__}", body)
        return body

    def keep(self, key, body):
        entries[key] = body

    async def outlet(self, body, __user__=None):
        return f"{entries.pop(f'question {__user__}')} by {entries['settings']['model']}"


loading = Loading()


async def settings_beside_questions_ok(user, body):
    return await loading.outlet(await loading.inlet(user, user), user)


latest = {}


class Emptying:
    """Each request begins the list of its texts anew, under one key for all."""

    def __init__(self):
        self.valves = None

    async def inlet(self, body, __user__=None):
        latest["texts"] = []
        self.add(body)
        await asyncio.sleep(0)
        return body

    def add(self, body):
        latest["texts"].append(body)  # error: 8, SIS001

    async def outlet(self, body, __user__=None):
        return ", ".join(latest["texts"])


emptying = Emptying()


async def texts_under_one_key_bad(user, body):
    return await emptying.outlet(await emptying.inlet(body))
