"""A list as a default to which an element is added only once: a set for tests, but whoever takes it gets all elements.

The same with a set or a dict whose kind only the default tells.
"""


class Cart:
    def __init__(self, items=[]):
        self.items = items

    def add(self, item):
        if item not in self.items:
            self.items.append(item)  # error: 12, SIS006, "Cart.__init__.items"
        return list(self.items)


async def list_in_an_attribute_bad(user, message):
    return Cart().add(message)


def collect(name, seen=[]):
    if name not in seen:
        seen.append(name)  # error: 8, SIS006, "collect.seen"
    return list(seen)


async def list_that_is_given_back_bad(user, message):
    return collect(message)


def visit(name, names, seen=[]):
    if name in seen:
        return []
    seen.append(name)  # error: 4, SIS006, "visit.seen"
    for each in names:
        visit(each, (), seen)
    return ", ".join(seen)


async def visited_and_listed_bad(user, message):
    return visit(message, (user,))


class Tags:
    def __init__(self, tags=set()):
        self.tags = tags

    def tag(self, name):
        self.tags.add(name)  # error: 8, SIS006, "Tags.__init__.tags"
        return sorted(self.tags)


async def set_in_an_attribute_bad(user, message):
    return Tags().tag(message)


class Profile:
    def __init__(self, fields={}):
        self.fields = fields

    def fill(self, given):
        self.fields.update(given)  # error: 8, SIS006, "Profile.__init__.fields"
        return dict(self.fields)


async def dict_in_an_attribute_bad(user, message):
    return Profile().fill({message: user})


def warn(text, said=[]):
    if text not in said:
        said.append(text)
    return text


async def list_that_is_only_searched_ok(user, message):
    return warn(message)


class Once:
    def __init__(self, names=set()):
        self.names = set(names)

    def add(self, name):
        self.names.add(name)
        return sorted(self.names)


async def copied_set_ok(user, message):
    return Once().add(message)


class Given:
    def __init__(self, names=set()):
        self.names = names

    def add(self, name):
        self.names.add(name)
        return sorted(self.names)


async def set_that_each_call_gives_ok(user, message):
    return Given(set()).add(message)
