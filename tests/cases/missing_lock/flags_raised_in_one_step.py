"""A flag to which threads add a condition in one step stays a flag; a number does not, nor a step with an await."""
import asyncio


class Store:
    def __init__(self):
        self.entries = {}
        self.is_changed = False

    def enter(self, key, text):
        is_new = self.entries.get(key) != text
        self.entries[key] = text
        return is_new

    def change(self, key, text):
        self.is_changed |= self.enter(key, text)
        if self.is_changed:
            self.save()

    def compare(self, key, text):
        self.is_changed = self.is_changed or self.entries.get(key) != text

    def save(self):
        self.is_changed = False


store = Store()


# benign: a change that is not seen now is saved with the next one
async def flag_in_threads_ok(user_id, text):
    await asyncio.to_thread(store.change, user_id, text)
    return text


# benign: a change that is not seen now is saved with the next one
async def flag_kept_or_raised_ok(user_id, text):
    await asyncio.to_thread(store.compare, user_id, text)
    return text


class Turn:
    def __init__(self):
        self.is_even = False

    def turn(self):
        self.is_even ^= True  # error: 8, SIS003, "is_even"

    def start_anew(self):
        self.is_even = False


turns = Turn()


# not executed: the switch that harms falls inside of one line
async def flag_turned_around_bad(user_id):
    await asyncio.to_thread(turns.turn)
    await asyncio.to_thread(turns.start_anew)
    return user_id


class Sum:
    def __init__(self):
        self.bits = 0

    def add(self, text):
        self.bits |= len(text)  # error: 8, SIS003, "bits"


sums = Sum()


# not executed: the switch that harms falls inside of one line
async def bits_of_a_number_bad(user_id, text):
    await asyncio.to_thread(sums.add, text)
    return text


async def is_long(text):
    await asyncio.sleep(0)
    return len(text) > 1


class Delay:
    def __init__(self):
        self.is_late = False


delay = Delay()


# not executed: the texts of all sessions are long
async def flag_over_an_await_bad(text):
    delay.is_late = delay.is_late or False
    delay.is_late |= await is_long(text)  # error: 4, SIS003, "is_late"
    return delay.is_late


class Door:
    def __init__(self):
        self.is_open = False

    def enter(self, has_key):
        self.is_open = self.is_open or has_key  # error: 8, SIS003, "is_open"
        if self.is_open:
            self.leave()

    def leave(self):
        self.is_open = False


door = Door()


# not executed: another thread has to run in the middle of a line
async def what_came_in_bad(has_key):
    await asyncio.to_thread(door.enter, has_key)


class Form:
    def __init__(self):
        self.is_wrong = False

    def check(self, text):
        self.is_wrong |= not text.isalpha()  # error: 8, SIS003, "is_wrong"

    def start(self):
        self.is_wrong = False

    def read(self, name, city):
        self.start()
        self.check(name)
        self.check(city)
        return "wrong" if self.is_wrong else "right"


form = Form()


# not executed: another thread has to run between two lines
async def lowered_for_each_call_bad(name, city):
    return await asyncio.to_thread(form.read, name, city)
