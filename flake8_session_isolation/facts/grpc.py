"""gRPC (grpc and grpc.aio): coroutine handlers are tasks of one event loop, plain ones run in worker threads.

Source: grpcio 1.85.1 (grpc/__init__.py:2194-2232 (thread_pool)).
"""

from flake8_session_isolation.facts import (
    BeginsServing,
    HandlerBase,
    Lifetime,
    Registers,
    Row,
    Serve,
    Served,
    UsuallyOnce,
)

_SERVED = Served(Serve.TASKS, Serve.THREADS)

ROWS: tuple[Row, ...] = (
    Registers("grpc.unary_unary_rpc_method_handler", _SERVED, position=0, keywords=("behavior",)),
    Registers("grpc.unary_stream_rpc_method_handler", _SERVED, position=0, keywords=("behavior",)),
    Registers("grpc.stream_unary_rpc_method_handler", _SERVED, position=0, keywords=("behavior",)),
    Registers("grpc.stream_stream_rpc_method_handler", _SERVED, position=0, keywords=("behavior",)),
    HandlerBase("*_pb2_grpc.*Servicer", (), _SERVED, Lifetime.SINGLETON),
    HandlerBase("grpc.ServerInterceptor", ("intercept_service",), _SERVED, Lifetime.SINGLETON),
    HandlerBase("grpc.aio.ServerInterceptor", ("intercept_service",), _SERVED, Lifetime.SINGLETON),
    UsuallyOnce("serve"),
    BeginsServing("grpc.server"),
    BeginsServing("grpc.aio.server"),
)
