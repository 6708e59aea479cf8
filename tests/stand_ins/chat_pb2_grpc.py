"""Stands in for what the gRPC compiler makes of a service `Chat`."""


class ChatServicer:
    """The base class of whoever answers."""

    def Ask(self, request, context):
        raise NotImplementedError


def add_ChatServicer_to_server(servicer, server):
    server.servicers.append(servicer)


class ChatStub:
    """Calls a server in this process."""

    def __init__(self, channel):
        self.Ask = channel.servicers[0].Ask
