"""Dictionaries, sets and counters of a class: constant keys and growth mix all objects, keys that tell apart do not."""
import asyncio
from collections import Counter, defaultdict


async def rest():
    await asyncio.sleep(0)


class Client:
    headers = {}

    def __init__(self, user_id):
        self.headers["Authorization"] = user_id  # error: 8, SIS002, "headers"

    def send(self, message):
        return f"{self.headers['Authorization']}: {message}"


async def constant_key_bad(user_id, message):
    client = Client(user_id)
    await rest()
    return client.send(message)


class OwnClient:
    def __init__(self, user_id):
        self.headers = {}
        self.headers["Authorization"] = user_id

    def send(self, message):
        return f"{self.headers['Authorization']}: {message}"


async def constant_key_of_an_own_dictionary_ok(user_id, message):
    client = OwnClient(user_id)
    await rest()
    return client.send(message)


class MergingClient:
    headers = {"Accept": "text"}

    def __init__(self, user_id):
        self.headers = {**self.headers, "Authorization": user_id}

    def send(self, message):
        return f"{self.headers['Authorization']}: {message}"


async def merged_into_an_own_dictionary_ok(user_id, message):
    client = MergingClient(user_id)
    await rest()
    return client.send(message)


class UpdatedClient:
    headers = {}

    def __init__(self, user_id):
        self.headers.update(authorization=user_id)  # error: 8, SIS002, "headers"

    def send(self, message):
        return f"{self.headers['authorization']}: {message}"


async def updated_by_keyword_bad(user_id, message):
    client = UpdatedClient(user_id)
    await rest()
    return client.send(message)


class CopyingClient:
    headers = {}

    def __init__(self, user_id):
        self.headers = dict(self.headers, authorization=user_id)

    def send(self, message):
        return f"{self.headers['authorization']}: {message}"


async def copied_with_a_keyword_ok(user_id, message):
    client = CopyingClient(user_id)
    await rest()
    return client.send(message)


class Answers:
    known = {}

    def set(self, user_id, answer):
        self.known[user_id] = answer

    def get(self, user_id):
        return self.known[user_id]


# benign race: users stay apart; in threads, the other turn of a user may come between store and read
def key_of_the_user_ok(user_id, message):
    answers = Answers()
    answers.set(user_id, message)
    return answers.get(user_id)


class Tags:
    tags = set()

    def add(self, tag):
        self.tags.add(tag)  # error: 8, SIS002, "tags"
        return sorted(self.tags)


def two_objects_share_a_set_bad(user_id, tag):
    return Tags().add(tag)


class OwnTags:
    def __init__(self):
        self.tags = set()

    def add(self, tag):
        self.tags.add(tag)
        return sorted(self.tags)


def each_object_has_a_set_ok(user_id, tag):
    return OwnTags().add(tag)


class Words:
    counts = Counter()

    def read(self, message):
        self.counts.update(message.split("-"))  # error: 8, SIS002, "counts"
        return dict(self.counts)


def two_objects_share_a_counter_bad(user_id, message):
    return Words().read(message)


class OwnWords:
    def __init__(self):
        self.counts = Counter()

    def read(self, message):
        self.counts.update(message.split("-"))
        return dict(self.counts)


def each_object_has_a_counter_ok(user_id, message):
    return OwnWords().read(message)


class Groups:
    members = defaultdict(list)

    def join(self, name):
        self.members["all"].append(name)  # error: 8, SIS002, "members"
        return list(self.members["all"])


def list_below_a_constant_key_bad(user_id, name):
    return Groups().join(name)


class KeyedGroups:
    members = defaultdict(list)

    def join(self, group, name):
        self.members[group].append(name)
        return list(self.members[group])


# benign race: users stay apart; in threads, the other turn of a user may come between store and read
def list_below_the_key_of_the_user_ok(user_id, name):
    return KeyedGroups().join(user_id, name)


class Defaults:
    options = {}

    def option(self, value):
        self.options.setdefault("values", []).append(value)  # error: 8, SIS002, "options"
        return list(self.options["values"])


def list_made_by_setdefault_bad(user_id, value):
    return Defaults().option(value)


class OwnDefaults:
    def __init__(self):
        self.options = {}

    def option(self, value):
        self.options.setdefault("values", []).append(value)
        return list(self.options["values"])


def list_made_by_setdefault_in_an_own_dictionary_ok(user_id, value):
    return OwnDefaults().option(value)


class Merged:
    options = {}

    def option(self, value):
        self.options |= {"value": value}  # error: 8, SIS002, "options"
        return self.options["value"]

    def current(self):
        return self.options["value"]


async def united_in_place_bad(user_id, value):
    merged = Merged()
    merged.option(value)
    await rest()
    return Merged().current()


class OwnMerged:
    def __init__(self):
        self.options = {}

    def option(self, value):
        self.options |= {"value": value}
        return self.options["value"]


async def united_in_place_in_an_own_dictionary_ok(user_id, value):
    merged = OwnMerged()
    answer = merged.option(value)
    await rest()
    return answer


class TestPrinter:
    printed = []

    async def write(self, text):
        self.printed.append(text)  # error: 8, SIS002, "printed"
        await rest()
        return ", ".join(self.printed)


async def class_that_is_merely_called_like_a_test_bad(user_id, message):
    return await TestPrinter().write(message)
