"""Panel, as far as cases need it to be imported."""
import types

state = types.SimpleNamespace(cache={}, onload=lambda callback: callback)


class Column:
    def __init__(self, *_parts):
        pass

    def servable(self):
        return self


def bind(function, *_arguments, **_options):
    return function


def serve(panels, **_options):
    return panels


def extension(*_names):
    return None


def cache(function=None, **_options):
    return function if function is not None else cache
