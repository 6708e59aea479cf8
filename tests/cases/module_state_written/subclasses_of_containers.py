"""An object of the project's own kind of list or dict is changed by what it inherits, from outside and by its methods."""
import asyncio
from collections import UserDict


class History(list):
    def last(self):
        return self[-1]


history = History()


async def own_kind_of_list_bad(user_id, message):
    history.append(message)  # error: 4, SIS001, "history"
    await asyncio.sleep(0)
    return list(history)


class Log(list):
    def note(self, text):
        self.append(text)  # error: 8, SIS001, "log"


log = Log()


async def grown_by_its_own_method_bad(user_id, message):
    log.note(message)
    await asyncio.sleep(0)
    return list(log)


class Table(UserDict):
    def of(self, user):
        return self.get(user)


table = Table()


async def own_kind_of_dict_by_user_ok(user_id, message):
    table.update({user_id: message})
    await asyncio.sleep(0)
    return user_id


async def own_kind_of_list_of_the_call_ok(user_id, message):
    own = Log()
    own.note(message)
    await asyncio.sleep(0)
    return list(own)


class Printer(list):
    def append(self, text):
        return None


printer = Printer()


async def method_of_its_own_ok(user_id, message):
    printer.append(user_id)
    await asyncio.sleep(0)
    return list(printer)
