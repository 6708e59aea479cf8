"""gRPC: the module of a servicer may import nothing but what is generated; one servicer answers all calls."""
import asyncio
from types import SimpleNamespace

import chat_pb2_grpc


class Dictating(chat_pb2_grpc.ChatServicer):
    def __init__(self):
        self.text = ""

    async def Ask(self, request, context):
        self.text = request.text  # error: 8, SIS004, "'Dictating.text'"
        await asyncio.sleep(0)
        return self.text


dictating = SimpleNamespace(servicers=[Dictating()])


async def kept_on_the_servicer_bad(request, context):
    return await chat_pb2_grpc.ChatStub(dictating).Ask(request, context)


class Noting(chat_pb2_grpc.ChatServicer):
    def __init__(self):
        self.texts = {}

    async def Ask(self, request, context):
        self.texts[request.user] = request.text
        await asyncio.sleep(0)
        return f"heard {request.text}"


noting = SimpleNamespace(servicers=[Noting()])


async def kept_by_user_ok(request, context):
    return await chat_pb2_grpc.ChatStub(noting).Ask(request, context)
