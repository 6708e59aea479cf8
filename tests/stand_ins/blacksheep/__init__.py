"""BlackSheep, as far as cases need it to be imported: decorators give back the function."""


def given_back(*_arguments, **_options):
    return lambda function: function


get = post = put = delete = given_back


class Router:
    def add_get(self, _path, handler):
        return handler

    add_post = add_ws = add_get
    get = post = given_back


class Services:
    def add_singleton(self, _class):
        """One object for all."""

    def add_scoped(self, _class):
        """An object for each request."""


class Application:
    def __init__(self, **_options):
        self.services = Services()
        self.middlewares = []
        self.router = Router()

    def on_start(self, function):
        return function

    after_start = on_stop = on_start
