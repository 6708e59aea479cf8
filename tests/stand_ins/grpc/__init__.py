"""Stands in for grpc: a server keeps its servicers, a channel is one."""
from grpc import aio


class ServerInterceptor:
    """Is asked before each call."""


class Server:
    def __init__(self):
        self.servicers = []

    def add_insecure_port(self, address):
        return 0


def server(pool=None, **named):
    return Server()


def unary_unary_rpc_method_handler(behavior, **named):
    return behavior
