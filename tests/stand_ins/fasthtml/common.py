"""What `from fasthtml.common import *` brings."""


class FastHTML:
    def __init__(self, **_options):
        pass

    def get(self, *_arguments, **_options):
        return lambda function: function

    post = put = delete = route = ws = get


def rt(*arguments, **_options):
    return arguments[0] if arguments and callable(arguments[0]) else lambda function: function


def fast_app(**_options):
    return FastHTML(), rt


def threaded(function):
    return function


def Beforeware(f, **_options):
    return f
