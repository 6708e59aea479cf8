"""A service of which there is one keeps on itself what belongs to the session it is serving."""
import asyncio


async def rest():
    await asyncio.sleep(0)


class Assistant:
    def __init__(self):
        self.user = None

    async def ask(self, user_id):
        self.user = user_id  # error: 8, SIS004, "'Assistant.user'"
        await rest()
        return self.user


assistant = Assistant()


async def user_kept_on_the_service_bad(user_id):
    return await assistant.ask(user_id)


class Careful:
    def __init__(self):
        self.greeting = "Hello"

    async def ask(self, user_id):
        await rest()
        return f"{self.greeting} {user_id}"


careful = Careful()


async def user_passed_on_ok(user_id):
    return await careful.ask(user_id)


class Visit:
    def __init__(self, user_id):
        self.user_id = user_id

    async def tell(self):
        await rest()
        return self.user_id


async def object_of_one_call_ok(user_id):
    visit = Visit(user_id)
    return await visit.tell()


class Historian:
    def __init__(self):
        self.turns = []

    def add(self, message):
        self.turns.append(message)  # error: 8, SIS004, "appends to 'Historian.turns'"

    def told(self):
        return " ".join(self.turns)


historian = Historian()


async def history_of_all_bad(user_id):
    historian.add(user_id)
    await rest()
    return historian.told()


class Archive:
    def __init__(self):
        self.turns = {}

    def add(self, user_id, message):
        self.turns.setdefault(user_id, []).append(message)

    def told(self, user_id):
        return " ".join(self.turns[user_id])


archive = Archive()


async def history_of_each_ok(user_id, message):
    archive.add(user_id, message)
    return archive.told(user_id)


class Hasty:
    def __init__(self):
        self.user = None

    async def ask(self, user_id):
        self.user = user_id
        said = f"Hello {self.user}"
        await rest()
        return said


hasty = Hasty()


async def read_again_before_any_pause_ok(user_id):
    return await hasty.ask(user_id)


class Counter:
    def __init__(self):
        self.asked = 0

    async def ask(self, user_id):
        self.asked += 1
        await rest()
        return user_id


counter = Counter()


async def statistics_of_all_ok(user_id):
    return await counter.ask(user_id)


class Translator:
    def __init__(self):
        self.language = "en"

    async def load(self, language):
        await rest()
        self.language = language

    async def translate(self, text):
        await rest()
        return f"{self.language}: {text}"


translator = Translator()


async def set_up_at_the_start_ok(user_id):
    return await translator.translate(user_id)


class Synthesizer:
    def __init__(self):
        self.voice = "plain"

    def choose(self, voice):
        self.voice = voice  # error: 8, SIS004, "'Synthesizer.voice'"

    async def speak(self, text):
        await rest()
        return f"{text} ({self.voice})"


synthesizer = Synthesizer()


async def voice_of_the_last_one_bad(user_id):
    synthesizer.choose(user_id)
    return await synthesizer.speak("Hello")


async def voice_given_along_ok(user_id):
    return await Synthesizer().speak(user_id)


class Guarded:
    def __init__(self):
        self.lock = asyncio.Lock()
        self.user = None

    async def ask(self, user_id):
        async with self.lock:
            self.user = user_id
            await rest()
            return self.user


guarded = Guarded()


async def one_at_a_time_ok(user_id):
    return await guarded.ask(user_id)
