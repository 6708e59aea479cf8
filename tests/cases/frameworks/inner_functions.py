"""FastAPI: an object is used by functions that its methods define: handlers, helpers, callbacks, wrappers,
workers."""
import asyncio
import functools

from fastapi import FastAPI


async def rest():
    await asyncio.sleep(0)


async def told_in_parts(text, tell):
    for part in text.split():
        await rest()
        tell(part)


class Library:
    def __init__(self):
        self.app = FastAPI()
        self.reader = None

        @self.app.post("/borrow")
        async def borrow(reader, title):
            self.reader = reader  # error: 12, SIS004, "Library.reader"
            await rest()
            return [self.reader, title]

        self.borrow = borrow


library = Library()


async def handler_made_by_a_constructor_bad(reader, title):
    return await library.borrow(reader, title)


class Reading:
    def __init__(self, app):
        self.pages = []
        app.add_api_route("/read", lambda page: self.turn(page))

    def turn(self, page):
        self.pages.append(page)  # error: 8, SIS004, "Reading.pages"
        return list(self.pages)


reading = Reading(FastAPI())


async def lambda_given_to_an_application_bad(reader, page):
    await rest()
    return (lambda text: reading.turn(text))(page)


class Museum:
    """Nothing in sight makes one: whoever does, each serves all that its application serves."""

    def __init__(self):
        self.app = FastAPI()
        self.routes()

    def routes(self):
        this = self

        @self.app.post("/visit")
        async def visit(guest, hall):
            this.guest = guest  # error: 12, SIS004, "Museum.guest"
            await rest()
            return [this.guest, hall]

        return visit


async def handler_of_an_object_that_nothing_makes_bad(guest, hall):
    return await museum_visit(guest, hall)


museum_visit = Museum().routes()


class Theatre:
    def __init__(self):
        self.app = FastAPI()
        self.seats = {}
        self.lock = asyncio.Lock()
        self.guest = None

    def routes(self):
        @self.app.post("/seat")
        async def seat(guest, wish):
            self.seats[guest] = wish
            return self.seats[guest]

        @self.app.post("/enter")
        async def enter(guest, door):
            async with self.lock:
                self.guest = guest
                await rest()
                return [self.guest, door]

        @self.app.post("/look")
        async def look(guest, play):
            seen = [guest, play]
            await rest()
            return seen

        return seat, enter, look


theatre = Theatre()
seat_in_theatre, enter_theatre, look_into_theatre = theatre.routes()


async def handler_that_keeps_under_a_key_ok(guest, wish):
    return await seat_in_theatre(guest, wish)


async def handler_that_holds_a_lock_of_the_object_ok(guest, door):
    return await enter_theatre(guest, door)


async def handler_that_keeps_nothing_ok(guest, play):
    return await look_into_theatre(guest, play)


class Translator:
    def __init__(self):
        self.text = None

    async def translate(self, user, text):
        async def step():
            self.text = text  # error: 12, SIS004, "Translator.text"
            await rest()
            return self.text

        return [user, await step()]


translator = Translator()


async def helper_inside_a_method_bad(user, text):
    return await translator.translate(user, text)


class Speller:
    def __init__(self):
        self.words = []

    async def spell(self, user, text):
        def heard(word):
            self.words.append(word)  # error: 12, SIS004, "Speller.words"

        await told_in_parts(text, heard)
        return [user, *self.words]

    async def shout(self, user, text):
        words = []

        def heard(word):
            words.append(word)

        await told_in_parts(text, heard)
        return [user, *words]


speller = Speller()


async def callback_inside_a_method_bad(user, text):
    return await speller.spell(user, text)


async def callback_that_fills_a_local_list_ok(user, text):
    return await speller.shout(user, text)


async def helper_of_an_object_of_this_call_ok(user, text):
    mine = Speaker()
    return await mine.say(user, text)


class Speaker:
    def __init__(self):
        self.text = None

    async def say(self, user, text):
        async def step():
            self.text = text
            await rest()
            return self.text

        return [user, await step()]


class Audit:
    def __init__(self):
        self.user = None

    def watched(self, function):
        @functools.wraps(function)
        async def wrapper(user, text):
            self.user = user  # error: 12, SIS004, "Audit.user"
            answer = await function(user, text)
            return [self.user, answer]

        return wrapper

    def measured(self, function):
        @functools.wraps(function)
        async def wrapper(user, text):
            who = user
            answer = await function(user, text)
            return [who, answer]

        return wrapper


audit = Audit()


@audit.watched
async def wrapper_of_an_objects_decorator_bad(user, text):
    await rest()
    return text


@audit.measured
async def wrapper_that_keeps_nothing_ok(user, text):
    await rest()
    return text


class Printer:
    def __init__(self):
        self.page = None

    async def print_out(self, user, text):
        def work():
            self.page = text  # error: 12, SIS004, "Printer.page"

        await asyncio.to_thread(work)
        return [user, self.page]


printer = Printer()


async def worker_of_a_thread_bad(user, text):
    return await printer.print_out(user, text)


def notes_of(app, notes):
    @app.post("/note")
    async def note(user, text):
        notes.append(text)  # error: 8, SIS001, "notes"
        await rest()
        return list(notes)

    return note


note_down = notes_of(FastAPI(), [])


async def list_given_to_who_makes_the_handler_bad(user, text):
    return await note_down(user, text)


class Desk:
    def __init__(self):
        self.user = None


def desk_of(app, desk):
    @app.post("/desk")
    async def sit(user, text):
        desk.user = user  # error: 8, SIS004, "Desk.user"
        await rest()
        return [desk.user, text]

    return sit


sit_down = desk_of(FastAPI(), Desk())


async def object_given_to_who_makes_the_handler_bad(user, text):
    return await sit_down(user, text)


async def list_given_to_who_makes_helpers_ok(user, text):
    return await helper_of([], text)()


def helper_of(notes, text):
    async def note():
        notes.append(text)
        await rest()
        return list(notes)

    return note
