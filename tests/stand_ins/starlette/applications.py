"""The application takes routes and hooks."""


class Starlette:
    def __init__(self, **_options):
        self.state = type("State", (), {})()

    def add_route(self, _path, route, **_options):
        return route

    add_exception_handler = add_route

    def add_middleware(self, cls, **_options):
        return cls
