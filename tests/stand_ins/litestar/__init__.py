"""Litestar, as far as cases need it to be imported: decorators give back the function."""


def given_back(*_arguments, **_options):
    return lambda function: function


get = post = put = delete = websocket = given_back


class Controller:
    pass


class Litestar:
    def __init__(self, _handlers=(), **_options):
        pass
