"""A new view or consumer serves each request, and is given the same objects as the last one."""
from channels.generic.websocket import AsyncWebsocketConsumer
from django.urls import path
from django.views import View

seen = []


class Seen(View):
    seen = None
    limit = 10

    def get(self, request):
        self.seen.append(request)  # error: 8, SIS001, "seen"
        return self.seen[:self.limit]


seen_view = Seen.as_view(seen=seen, limit=5)


def list_given_to_each_view_bad(user, message):
    return seen_view(message)


class Replaced(View):
    said = ()

    def get(self, request):
        self.said = [*self.said, request]
        self.said.append(request)
        return self.said


replaced_view = Replaced.as_view(said=())


def replaced_by_each_view_ok(user, message):
    return replaced_view(message)


urlpatterns = [path("seen", seen_view), path("replaced", replaced_view)]


class Room(AsyncWebsocketConsumer):
    def __init__(self, said):
        self.said = said
        self.own = []

    async def receive(self, text_data):
        self.own.append(text_data)
        self.said.append(text_data)  # error: 8, SIS004, "Room.said"
        return list(self.said)


said = {"said": []}
room = Room.as_asgi(said=[])


async def list_given_to_each_consumer_bad(user, message):
    return await Room(**said).receive(message)


class Copied(AsyncWebsocketConsumer):
    def __init__(self, said):
        self.said = list(said)

    async def receive(self, text_data):
        self.said.append(text_data)
        return self.said


copied = Copied.as_asgi(said=[])


async def copied_by_each_consumer_ok(user, message):
    return await Copied(said["said"]).receive(message)
