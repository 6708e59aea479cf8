"""Some classes give each object a copy of what stands in the class, or take its entries for something else than defaults."""
import ctypes
import enum
from dataclasses import dataclass, field
from typing import NamedTuple, TypedDict


@dataclass
class Order:
    items: list = field(default_factory=list)

    def put(self, item):
        self.items.append(item)
        return list(self.items)


def field_of_a_dataclass_ok(user_id, item):
    return Order().put(item)


class Plain:
    items: list = []

    def put(self, item):
        self.items.append(item)  # error: 8, SIS002, "items"
        return list(self.items)


def the_same_without_the_decorator_bad(user_id, item):
    return Plain().put(item)


class Row(NamedTuple):
    user: str
    items: list

    def put(self, item):
        self.items.append(item)
        return list(self.items)


def field_of_a_named_tuple_ok(user_id, item):
    return Row(user_id, []).put(item)


class DefaultRow(NamedTuple):
    user: str
    items: list = []

    def put(self, item):
        self.items.append(item)
        return list(self.items)


# missed: named tuples are treated as classes that copy their defaults, which they do not for a list
def missed_default_of_a_named_tuple_bad(user_id, item):
    return DefaultRow(user_id).put(item)


class Entry(TypedDict):
    items: list


def key_of_a_typed_dictionary_ok(user_id, item):
    entry = Entry(items=[])
    entry["items"].append(item)
    return entry["items"]


class Level(enum.Enum):
    LOW = ["calm"]
    HIGH = ["urgent", "now"]

    def words(self, more):
        words = list(self.value)
        words.append(more)
        return words


def member_of_an_enumeration_ok(user_id, message):
    return Level.LOW.words(message)


class Point(ctypes.Structure):
    _fields_ = [("x", ctypes.c_int), ("name", ctypes.c_char_p)]


def field_of_a_structure_ok(user_id, message):
    point = Point()
    point.name = message.encode()
    return point.name
