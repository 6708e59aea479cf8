"""Consumers: one object for each connection."""


class WebsocketConsumer:
    pass


AsyncWebsocketConsumer = WebsocketConsumer
