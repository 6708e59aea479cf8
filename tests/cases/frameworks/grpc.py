"""gRPC: one servicer answers all calls, in a pool of threads, or as tasks of one loop under grpc.aio."""
import asyncio
import threading
from concurrent import futures

import chat_pb2_grpc
import grpc

answered = 0


class Counting(chat_pb2_grpc.ChatServicer):
    def Ask(self, request, context):
        global answered
        before = answered
        answered = before + 1  # error: 8, SIS003, "answered"
        return f"answer to {request.user}"


counting = grpc.server(futures.ThreadPoolExecutor())
chat_pb2_grpc.add_ChatServicer_to_server(Counting(), counting)


def calls_counted_in_threads_bad(request, context):
    return chat_pb2_grpc.ChatStub(counting).Ask(request, context)


locked_answers = 0
lock = threading.Lock()


class Locked(chat_pb2_grpc.ChatServicer):
    def Ask(self, request, context):
        global locked_answers
        with lock:
            before = locked_answers
            locked_answers = before + 1
        return f"answer to {request.user}"


locked = grpc.server(futures.ThreadPoolExecutor())
chat_pb2_grpc.add_ChatServicer_to_server(Locked(), locked)


def calls_counted_under_a_lock_ok(request, context):
    return chat_pb2_grpc.ChatStub(locked).Ask(request, context)


history = []


class Remembering(chat_pb2_grpc.ChatServicer):
    async def Ask(self, request, context):
        history.append(request.text)  # error: 8, SIS001, "history"
        await asyncio.sleep(0)
        return ", ".join(history)


remembering = grpc.aio.server()
chat_pb2_grpc.add_ChatServicer_to_server(Remembering(), remembering)


async def history_of_all_callers_bad(request, context):
    return await chat_pb2_grpc.ChatStub(remembering).Ask(request, context)


histories = {}


class Keyed(chat_pb2_grpc.ChatServicer):
    async def Ask(self, request, context):
        histories[request.user_id] = [*histories.get(request.user_id, ()), request.text]
        await asyncio.sleep(0)
        return request.text


keyed = grpc.aio.server()
chat_pb2_grpc.add_ChatServicer_to_server(Keyed(), keyed)


async def history_of_each_caller_ok(request, context):
    return await chat_pb2_grpc.ChatStub(keyed).Ask(request, context)


class Greeting(chat_pb2_grpc.ChatServicer):
    def __init__(self):
        self.user = ""

    def Ask(self, request, context):
        self.user = request.user  # error: 8, SIS004, "user"
        return f"Hello {self.user}"


greeting = grpc.server(futures.ThreadPoolExecutor())
chat_pb2_grpc.add_ChatServicer_to_server(Greeting(), greeting)


def servicer_remembers_its_caller_bad(request, context):
    return chat_pb2_grpc.ChatStub(greeting).Ask(request, context)


last_call = ""


def behaviour_of_a_method_bad(request, context):
    global last_call
    last_call = request.text  # error: 4, SIS001, "last_call"
    return f"you said {last_call}"


handler = grpc.unary_unary_rpc_method_handler(behaviour_of_a_method_bad)
models = []


async def serve():
    for name in ("small", "large"):
        await asyncio.sleep(0)
        models.append(name)


class Models(chat_pb2_grpc.ChatServicer):
    async def Ask(self, request, context):
        await asyncio.sleep(0)
        return [*models, request.user]


listing = grpc.aio.server()
chat_pb2_grpc.add_ChatServicer_to_server(Models(), listing)


async def models_loaded_before_it_serves_ok(request, context):
    return await chat_pb2_grpc.ChatStub(listing).Ask(request, context)
