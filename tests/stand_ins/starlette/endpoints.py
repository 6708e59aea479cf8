"""Classes of which each request or connection gets an object."""


class HTTPEndpoint:
    pass


class WebSocketEndpoint:
    pass
