"""Sanic, as far as cases need it to be imported: decorators give back the function."""
import types


def given_back(*_arguments, **_options):
    return lambda function: function


class Sanic:
    get = post = put = delete = route = websocket = middleware = exception = listener = given_back

    def __init__(self, _name, **_options):
        self.ctx = types.SimpleNamespace()

    def before_server_start(self, function):
        return function

    after_server_start = before_server_stop = on_request = on_response = before_server_start

    def add_route(self, handler, _path, **_options):
        return handler

    def register_listener(self, function, _event):
        return function

    def add_task(self, task):
        return task


Blueprint = Sanic
