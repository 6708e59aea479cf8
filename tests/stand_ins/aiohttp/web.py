"""The server's side: an application is a table, a route holds what serves it."""


class Router:
    def add_get(self, _path, handler, **_options):
        return handler

    add_post = add_put = add_delete = add_view = add_get

    def add_route(self, _method, _path, handler, **_options):
        return handler


class Application(dict):
    def __init__(self, middlewares=()):
        super().__init__()
        self.middlewares = middlewares
        self.router = Router()
        self.on_startup = []
        self.on_shutdown = []
        self.on_cleanup = []
        self.on_response_prepare = []
        self.cleanup_ctx = []

    def add_routes(self, routes):
        return routes


class RouteTableDef(list):
    def get(self, _path, **_options):
        return lambda handler: handler

    post = put = delete = view = get


def get(path, handler, **_options):
    return path, handler


post = put = delete = view = get


def route(_method, path, handler):
    return path, handler


def middleware(handler):
    return handler


class View:
    def __init__(self, request):
        self.request = request


class Request(dict):
    def __init__(self, app):
        super().__init__()
        self.app = app


class Response:
    def __init__(self, text=""):
        self.text = text


def json_response(value):
    return value


def run_app(app, **_options):
    return app
