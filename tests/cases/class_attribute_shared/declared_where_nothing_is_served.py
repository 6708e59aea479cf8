"""In a file that serves nothing, a class still says of its attribute that all instances share it."""
from typing import ClassVar


class Declared:
    names: ClassVar[list] = []

    def add(self, name):
        self.names.append(name)


def declared_for_all_ok(name):
    Declared().add("visit")
    return name


class Plain:
    names = []

    def add(self, name):
        self.names.append(name)  # error: 8, SIS002


def one_list_for_all_bad(name):
    plain = Plain()
    plain.add(name)
    return plain.names
