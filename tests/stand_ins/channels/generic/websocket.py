"""Consumers: one object for each connection."""


class WebsocketConsumer:
    @classmethod
    def as_asgi(cls, **options):
        return lambda: cls(**options)


AsyncWebsocketConsumer = WebsocketConsumer
