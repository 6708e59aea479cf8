"""A list of a class's own instances: one register for all, or the children that each instance is meant to have."""

from __future__ import annotations

from typing import ClassVar


class Service:
    children: list[Service] = []

    def __init__(self, name):
        self.name = name

    def adopt(self, child: Service):
        self.children.append(child)  # error: 8, SIS002

    def family(self):
        return [each.name for each in self.children]


def services_adopt_bad(name):
    parent = Service(f"parent of {name}")
    parent.adopt(Service(name))
    return parent.family()


class Node:
    below: list[Node] = []

    def __init__(self, name):
        self.name = name

    def connect(self, node: Node):
        self.below.append(node)  # error: 8, SIS002
        return node


def nodes_connect_bad(name):
    root = Node("root")
    root.connect(Node(name)).connect(Node(f"leaf of {name}"))
    return [each.name for each in root.below]


class Plugin:
    every: list[Plugin] = []

    def __init__(self, name):
        self.name = name

    def register(self, other: Plugin):
        self.every.append(other)

    @classmethod
    def names(cls):
        return {each.name for each in cls.every}


def a_register_read_by_the_class_ok(name):
    Plugin("first").register(Plugin("second"))
    return "second" in Plugin.names()


class Listed:
    every: list[Listed] = []

    def __init__(self, name):
        self.name = name
        self.every.append(self)

    def is_listed(self):
        return self in self.every


def an_instance_enters_itself_ok(name):
    return Listed(name).is_listed()


class Declared:
    every: ClassVar[list[Declared]] = []

    def register(self, other: Declared):
        self.every.append(other)
        return other in self.every


def a_declared_register_ok(name):
    return Declared().register(Declared())


class Added:
    every: list[Added] = []

    @classmethod
    def add(cls, one: Added):
        cls.every.append(one)
        return one in cls.every


def a_class_method_registers_ok(name):
    return Added.add(Added())


class Own:
    below: list[Own]

    def __init__(self):
        self.below = []

    def adopt(self, child: Own):
        self.below.append(child)
        return len(self.below)


def children_of_each_instance_ok(name):
    return Own().adopt(Own())


class Counted:
    every: list[Counted] = []

    def spawn(self):
        one = Counted()
        self.every.append(one)
        return one in self.every


def an_instance_makes_another_ok(name):
    return Counted().spawn()
