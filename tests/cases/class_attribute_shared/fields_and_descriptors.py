"""A field or a descriptor in a class body is each instance's own; a plain container is not, whatever stands beside it."""
import json

import attr
from traitlets import Dict, HasTraits, List


@attr.define(init=False)
class Basket:
    owner: str
    goods: list[str] = attr.field(init=False, factory=list)

    def __init__(self, owner):
        self.__attrs_init__(owner=owner.title())

    def put(self, item):
        self.goods.append(item)
        return ", ".join(self.goods)


def field_of_attrs_with_a_constructor_ok(user_id, item):
    return Basket(user_id).put(item)


@attr.define(init=False)
class Crate:
    owner: str
    goods = []

    def __init__(self, owner):
        self.__attrs_init__(owner=owner.title())

    def put(self, item):
        self.goods.append(item)  # error: 8, SIS002, "goods"
        return ", ".join(self.goods)


def list_beside_the_fields_of_attrs_bad(user_id, item):
    return Crate(user_id).put(item)


class Oven(HasTraits):
    timers = Dict()
    log = List()

    def light(self, who):
        self.timers["left"] = who
        self.log.append(who)
        return self.timers["left"], list(self.log)

    def timer(self):
        return list(self.timers.values())


def traits_that_look_like_containers_ok(user_id, item):
    oven = Oven()
    oven.light(item)
    return oven.light(user_id), oven.timer()


class Stove(HasTraits):
    timers = dict()
    marks = []

    def light(self, who):
        self.timers["left"] = who  # error: 8, SIS002, "timers"
        self.marks.append(who)  # error: 8, SIS002, "marks"
        return self.timers["left"], list(self.marks)

    def timer(self):
        return list(self.timers.values())


def containers_beside_traits_bad(user_id, item):
    stove = Stove()
    stove.light(item)
    return stove.light(user_id), stove.timer()


class Own:
    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, instance, owner=None):
        return self if instance is None else instance.__dict__.setdefault(self.name, [])

    def append(self, item):
        raise AttributeError(item)


class Shelf:
    books = Own()

    def add(self, book):
        self.books.append(book)
        return ", ".join(self.books)


def descriptor_of_the_project_ok(user_id, item):
    return Shelf().add(item)


def made_shelf():
    return []


class Wall:
    pictures = made_shelf()

    def hang(self, picture):
        self.pictures.append(picture)  # error: 8, SIS002, "pictures"
        return ", ".join(self.pictures)


def list_that_a_function_of_the_project_makes_bad(user_id, item):
    return Wall().hang(item)


class Recipe:
    steps = "{}"


def loaded(text):
    return text and json.loads(text) or {}


class Cook:
    def change(self, recipe, pan):
        steps = loaded(recipe.steps)
        steps["pan"] = pan
        return json.dumps(steps)


def falsy_operand_that_is_passed_over_ok(user_id, item):
    return Cook().change(Recipe(), item)


class Kitchen:
    tools = ["pot"]

    def lend(self, guest, tool):
        tools = guest and self.tools or []
        tools.append(tool)  # error: 8, SIS002, "tools"
        return ", ".join(tools)

    def show(self, guest, tool):
        tools = self.tools and [guest] or []
        tools.append(tool)
        return ", ".join(tools)


def last_operand_bad(user_id, item):
    return Kitchen().lend(user_id, item)


def first_operand_that_is_only_tested_ok(user_id, item):
    return Kitchen().show(user_id, item)


class Options:
    chosen = None


class Search:
    @property
    def kind(self):
        return Options

    def find(self, wanted):
        options = self.kind()
        options.chosen = wanted
        return options.chosen


async def object_of_a_class_that_a_property_gives_ok(user_id, item):
    return Search().find(item)
