"""A flag to which threads add a condition in one step stays a flag; a number does not, nor a step with an await."""
import asyncio


class Store:
    def __init__(self):
        self.entries = {}
        self.is_changed = False
        self.is_even = False
        self.changes = 0
        self.is_late = False

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

    def turn(self):
        self.is_even ^= True  # error: 8, SIS003, "is_even"

    def start_anew(self):
        self.is_even = False

    def count(self, text):
        self.changes |= len(text)  # error: 8, SIS003, "changes"


store = Store()


# benign: a change that is not seen now is saved with the next one
async def flag_in_threads_ok(user_id, text):
    await asyncio.to_thread(store.change, user_id, text)
    return text


# benign: a change that is not seen now is saved with the next one
async def flag_kept_or_raised_ok(user_id, text):
    await asyncio.to_thread(store.compare, user_id, text)
    return text


# not executed: the switch that harms falls inside of one line
async def flag_turned_around_bad(user_id):
    await asyncio.to_thread(store.turn)
    await asyncio.to_thread(store.start_anew)
    return user_id


# not executed: the switch that harms falls inside of one line
async def bits_of_a_number_bad(user_id, text):
    await asyncio.to_thread(store.count, text)
    return text


async def is_long(text):
    await asyncio.sleep(0)
    return len(text) > 1


# not executed: the texts of all sessions are long
async def flag_over_an_await_bad(text):
    store.is_late = store.is_late or False
    store.is_late |= await is_long(text)  # error: 4, SIS003, "is_late"
    return store.is_late
