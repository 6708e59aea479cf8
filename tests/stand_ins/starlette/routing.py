"""Routes hold a path and what serves it."""


class Route:
    def __init__(self, path, endpoint, **_options):
        self.path = path
        self.endpoint = endpoint


WebSocketRoute = Route


class Mount:
    def __init__(self, path, app=None, routes=()):
        self.path = path
        self.app = app
        self.routes = routes
