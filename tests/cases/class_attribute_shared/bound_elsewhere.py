"""An object that gets a list of its own when it is made does not share the one in its class."""
from dataclasses import dataclass, field


class ByInit:
    items = []

    def __init__(self):
        self.items = []

    def put(self, item):
        self.items.append(item)
        return list(self.items)


def bound_by_init_ok(user_id, item):
    return ByInit().put(item)


class NotByInit:
    items = []

    def __init__(self):
        self.name = "basket"

    def put(self, item):
        self.items.append(item)  # error: 8, SIS002, "items"
        return list(self.items)


def init_that_binds_something_else_bad(user_id, item):
    return NotByInit().put(item)


class ByAnnotation:
    items = []

    def __init__(self):
        self.items: list[str] = []

    def put(self, item):
        self.items.append(item)
        return list(self.items)


def bound_with_an_annotation_ok(user_id, item):
    return ByAnnotation().put(item)


class ByTuple:
    items = []

    def __init__(self, name):
        self.name, self.items = name, []

    def put(self, item):
        self.items.append(item)
        return list(self.items)


def bound_in_a_tuple_ok(user_id, item):
    return ByTuple(user_id).put(item)


class BySetattr:
    items = []

    def __init__(self):
        setattr(self, "items", [])

    def put(self, item):
        self.items.append(item)
        return list(self.items)


def bound_by_setattr_ok(user_id, item):
    return BySetattr().put(item)


class ByNew:
    items = []

    def __new__(cls):
        self = super().__new__(cls)
        self.items = []
        return self

    def put(self, item):
        self.items.append(item)
        return list(self.items)


def bound_by_new_ok(user_id, item):
    return ByNew().put(item)


class ByHelper:
    items = []

    def __init__(self):
        self.reset()

    def reset(self):
        self.items = []

    def put(self, item):
        self.items.append(item)
        return list(self.items)


def bound_by_a_helper_of_init_ok(user_id, item):
    return ByHelper().put(item)


class BySometimes:
    items = []

    def __init__(self, items):
        if items:
            self.items = items

    def put(self, item):
        self.items.append(item)  # error: 8, SIS002, "items"
        return list(self.items)


def bound_on_one_branch_bad(user_id, item):
    return BySometimes(None).put(item)


class ByEither:
    items = []

    def __init__(self, items):
        if items:
            self.items = items
        else:
            self.items = []

    def put(self, item):
        self.items.append(item)
        return list(self.items)


def bound_on_both_branches_ok(user_id, item):
    return ByEither(None).put(item)


class Other:
    items = []

    def take_from(self, other):
        other.items = []

    def put(self, item):
        self.items.append(item)  # error: 8, SIS002, "items"
        return list(self.items)


def bound_on_another_object_bad(user_id, item):
    return Other().put(item)


@dataclass
class ByPostInit:
    name: str
    items = []

    def __post_init__(self):
        self.items = []

    def put(self, item):
        self.items.append(item)
        return list(self.items)


def bound_by_post_init_ok(user_id, item):
    return ByPostInit(user_id).put(item)


@dataclass
class ByFactory:
    name: str
    items: list = field(default_factory=list)

    def put(self, item):
        self.items.append(item)
        return list(self.items)


def bound_by_a_default_factory_ok(user_id, item):
    return ByFactory(user_id).put(item)


@dataclass
class NoField:
    name: str
    items = []

    def put(self, item):
        self.items.append(item)  # error: 8, SIS002, "items"
        return list(self.items)


def no_field_for_want_of_an_annotation_bad(user_id, item):
    return NoField(user_id).put(item)


class ListBase:
    items = []


class ByProperty(ListBase):
    def __init__(self):
        self._items = []

    @property
    def items(self):
        return self._items

    def put(self, item):
        self.items.append(item)
        return list(self.items)


def hidden_by_a_property_ok(user_id, item):
    return ByProperty().put(item)


class BySlot(ListBase):
    __slots__ = ("items",)

    def __init__(self):
        self.items = []

    def put(self, item):
        self.items.append(item)
        return list(self.items)


def hidden_by_a_slot_ok(user_id, item):
    return BySlot().put(item)


class ByItself:
    items = []

    def put(self, item):
        self.items = []
        self.items.append(item)
        return list(self.items)


def bound_right_before_ok(user_id, item):
    return ByItself().put(item)


class ByMaker:
    items = []

    def put(self, item):
        self.items.append(item)  # error: 8, SIS002, "items"
        return list(self.items)


def make(item):
    made = ByMaker()
    made.items = []
    return made.put(item)


# false alarm: code outside the class assigns the list to each instance, which the class does not show
def false_alarm_bound_by_the_maker_ok(user_id, item):
    return make(item)
