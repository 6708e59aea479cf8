"""A listener is registered as a class, and made once."""


class WebsocketListener:
    pass
