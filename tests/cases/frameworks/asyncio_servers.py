"""Servers of asyncio: the callback is a task for each connection, a protocol an object for each, plain and at once."""
import asyncio

history = []
total = 0


async def connected_bad(user, message):
    history.append(message)  # error: 4, SIS001, "history"
    await asyncio.sleep(0)
    return list(history)


async def serve():
    return await asyncio.start_server(connected_bad, "localhost", 0)


class Lines(asyncio.Protocol):
    def connection_made(self, transport):
        self.lines = []

    def data_received(self, data):
        received.append(data)  # error: 8, SIS001, "received"
        self.lines.append(data)
        return list(received)

    def eof_received(self):
        global total
        before = total
        total = before + 1


received = []


def lines():
    protocol = Lines()
    protocol.connection_made(None)
    return protocol


def data_for_all_bad(user, message):
    return lines().data_received(message)


async def counted_on_the_loop_ok(user):
    await asyncio.sleep(0)
    return lines().eof_received()


class Datagrams(asyncio.DatagramProtocol):
    def __init__(self):
        self.last = None

    def datagram_received(self, data, address):
        before = self.last
        self.last = data  # error: 8, SIS004, "Datagrams.last"
        return before


datagrams = Datagrams()


def kept_on_the_protocol_bad(user, message):
    return datagrams.datagram_received(message, user)
