"""In-place changes through an object reach the class; a new value for the object's own attribute does not."""


class Extended:
    items = []

    def put(self, item):
        self.items.extend([item])  # error: 8, SIS002, "items"
        return list(self.items)


def extended_bad(user_id, item):
    return Extended().put(item)


class Inserted:
    items = []

    def put(self, item):
        self.items.insert(0, item)  # error: 8, SIS002, "items"
        return list(self.items)


def inserted_bad(user_id, item):
    return Inserted().put(item)


class Augmented:
    items = []

    def put(self, item):
        self.items += [item]  # error: 8, SIS002, "items"
        return list(self.items)


def augmented_bad(user_id, item):
    return Augmented().put(item)


class Rebound:
    items = []

    def put(self, item):
        self.items = self.items + [item]
        return list(self.items)


def rebound_through_self_ok(user_id, item):
    return Rebound().put(item)


class Unpacked:
    items = []

    def put(self, item):
        self.items = [*self.items, item]
        return list(self.items)


def rebound_to_an_unpacked_copy_ok(user_id, item):
    return Unpacked().put(item)


class Bound:
    items = []

    def put(self, item):
        add = self.items.append
        add(item)  # error: 8, SIS002, "items"
        return list(self.items)


def bound_method_under_a_local_name_bad(user_id, item):
    return Bound().put(item)


class BoundOwn:
    def __init__(self):
        self.items = []

    def put(self, item):
        add = self.items.append
        add(item)
        return list(self.items)


def bound_method_of_an_own_list_ok(user_id, item):
    return BoundOwn().put(item)


class Sliced:
    items = []

    def put(self, item):
        self.items[:] = [*self.items, item]  # error: 8, SIS002, "items"
        return list(self.items)


def slice_assigned_bad(user_id, item):
    return Sliced().put(item)


class SlicedOwn:
    def __init__(self):
        self.items = []

    def put(self, item):
        self.items[:] = [*self.items, item]
        return list(self.items)


def slice_of_an_own_list_assigned_ok(user_id, item):
    return SlicedOwn().put(item)


class Counted:
    count = 0

    def put(self, item):
        self.count += 1
        return f"{item} is number {self.count}"


def number_counted_through_self_ok(user_id, item):
    return Counted().put(item)


class Text:
    said = ""

    def say(self, message):
        self.said += message
        return self.said


def text_grown_through_self_ok(user_id, message):
    return Text().say(message)


class Nested:
    options = {"tags": []}

    def tag(self, item):
        self.options["tags"].append(item)  # error: 8, SIS002, "options"
        return list(self.options["tags"])


def list_inside_of_a_dictionary_bad(user_id, item):
    return Nested().tag(item)


class NestedOwn:
    def __init__(self):
        self.options = {"tags": []}

    def tag(self, item):
        self.options["tags"].append(item)
        return list(self.options["tags"])


def list_inside_of_an_own_dictionary_ok(user_id, item):
    return NestedOwn().tag(item)


class Looped:
    items = []

    def put(self, message):
        for part in message.split("-"):
            self.items.append(part)  # error: 12, SIS002, "items"
        return list(self.items)


def grown_in_a_loop_bad(user_id, message):
    return Looped().put(message)


class Listed:
    items = []

    def put(self, message):
        return [*self.items, *(part for part in message.split("-"))]


def listed_in_a_loop_ok(user_id, message):
    return Listed().put(message)


class Twice:
    items = []

    def put(self, item):
        self.items.append(item)  # error: 8, SIS002, "items"
        self.items.append("and more")
        return list(self.items)


def only_the_first_of_two_writes_bad(user_id, item):
    return Twice().put(item)


class Never:
    items = ["bread", "milk"]

    def has(self, item):
        return item in self.items


def never_changed_ok(user_id, item):
    return f"{item}: {Never().has(item)}"


class AtImport:
    items = []
    for name in ("bread", "milk"):
        items.append(name)

    def has(self, item):
        return item in self.items


def changed_at_import_alone_ok(user_id, item):
    return f"{item}: {AtImport().has(item)}"
