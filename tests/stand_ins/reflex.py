"""Reflex, as far as cases need it to be imported: each session has a state of its own."""
import copy


class State:
    def __init__(self):
        for name, value in vars(type(self)).items():
            if isinstance(value, list) and "ClassVar" not in str(type(self).__annotations__.get(name)):
                setattr(self, name, copy.copy(value))


def event(function=None, **_options):
    return function if function is not None else event


def button(*_arguments, **_options):
    return None
