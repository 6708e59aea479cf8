"""What each request begins with: one variable is set to a new dict, the other one to a copy."""
from variables import begun, copied

before_request = []


def first(function):
    before_request.append(function)
    return function


@first
def begin():
    begun.set({})


@first
def name_request():
    copied.set({**copied.get(), "request": 1})


def begin_request():
    for each in before_request:
        each()
