"""Of a shared object that is of one class or of another, the attribute tells of which."""
import asyncio
import os


class Remote:
    def __init__(self, url):
        self.url = url

    def add(self, text):
        print(self.url, text)

    def every(self):
        return [self.url]


class Local:
    def __init__(self):
        self.texts = []

    def add(self, text):
        self.texts.append(text)  # error: 8, SIS004, "'Local.texts'"

    def every(self):
        return list(self.texts)


store = Remote(os.environ["STORE_URL"]) if "STORE_URL" in os.environ else Local()


async def local_unless_told_otherwise_bad(user_id, message):
    store.add(message)
    await asyncio.sleep(0)
    return store.every()


class Keyed:
    def __init__(self):
        self.kept = {}

    def put(self, user, text):
        self.kept[user] = text

    def of(self, user):
        return self.kept[user]


class Nothing:
    def put(self, user, text):
        return None

    def of(self, user):
        return None


drawer = Nothing() if "STORE_URL" in os.environ else Keyed()


# benign race: of two messages of one user the later one is kept
async def kept_for_each_user_ok(user_id, message):
    drawer.put(user_id, message)
    await asyncio.sleep(0)
    return drawer.of(user_id)


class Board:
    def put(self, text):
        raise NotImplementedError

    def every(self):
        raise NotImplementedError


class Paper(Board):
    def put(self, text):
        print(text)

    def every(self):
        return []


class Slate(Board):
    def __init__(self):
        self.chalk = []

    def put(self, text):
        self.chalk.append(text)  # error: 8, SIS004, "'Slate.chalk'"

    def every(self):
        return list(self.chalk)


def make_board() -> Board:
    if "PRINTER" in os.environ:
        return Paper()
    return Slate()


board = make_board()


async def one_that_a_function_chooses_bad(user_id, message):
    board.put(message)
    await asyncio.sleep(0)
    return board.every()


async def chosen_for_each_call_ok(user_id, message):
    own = make_board()
    own.put(message)
    await asyncio.sleep(0)
    return own.every()
