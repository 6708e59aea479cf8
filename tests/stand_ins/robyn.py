"""Robyn, as far as cases need it to be imported: decorators give back the function."""


def given_back(*_arguments, **_options):
    return lambda function: function


class Robyn:
    get = post = put = delete = before_request = after_request = given_back

    def __init__(self, _file):
        pass

    def inject_global(self, **_objects):
        """Hands these to all handlers."""

    def startup_handler(self, function):
        return function

    def add_route(self, _kind, _path, handler):
        return handler


SubRouter = Robyn
