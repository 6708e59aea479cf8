"""FastAPI: coroutine handlers are tasks of one event loop, plain ones run in worker threads.

Source: fastapi 0.165.0 on starlette 1.10.0 (fastapi 0.165.0 fastapi/routing.py:372-383 (coroutine awaited, def sent
to run_in_threadpool)).
"""

from flake8_session_isolation.facts import (
    Handler,
    How,
    Injects,
    Registers,
    Row,
    Runs,
    RunsOnce,
    Serve,
    Served,
    SharedStorage,
)

_SERVED = Served(Serve.TASKS, Serve.THREADS)

ROWS: tuple[Row, ...] = (
    Handler("fastapi.FastAPI.get", _SERVED),
    Handler("fastapi.FastAPI.put", _SERVED),
    Handler("fastapi.FastAPI.post", _SERVED),
    Handler("fastapi.FastAPI.delete", _SERVED),
    Handler("fastapi.FastAPI.options", _SERVED),
    Handler("fastapi.FastAPI.head", _SERVED),
    Handler("fastapi.FastAPI.patch", _SERVED),
    Handler("fastapi.FastAPI.trace", _SERVED),
    Handler("fastapi.FastAPI.api_route", _SERVED),
    Handler("fastapi.FastAPI.websocket", _SERVED),
    Handler("fastapi.FastAPI.websocket_route", _SERVED),
    Handler("fastapi.FastAPI.route", _SERVED),
    Handler("fastapi.FastAPI.middleware", _SERVED),
    Handler("fastapi.FastAPI.exception_handler", _SERVED),
    Handler("fastapi.APIRouter.get", _SERVED),
    Handler("fastapi.APIRouter.put", _SERVED),
    Handler("fastapi.APIRouter.post", _SERVED),
    Handler("fastapi.APIRouter.delete", _SERVED),
    Handler("fastapi.APIRouter.options", _SERVED),
    Handler("fastapi.APIRouter.head", _SERVED),
    Handler("fastapi.APIRouter.patch", _SERVED),
    Handler("fastapi.APIRouter.trace", _SERVED),
    Handler("fastapi.APIRouter.api_route", _SERVED),
    Handler("fastapi.APIRouter.websocket", _SERVED),
    Handler("fastapi.APIRouter.websocket_route", _SERVED),
    Handler("fastapi.APIRouter.route", _SERVED),
    Registers("fastapi.FastAPI.add_api_route", _SERVED, position=1, keywords=("endpoint",)),
    Registers("fastapi.APIRouter.add_api_route", _SERVED, position=1, keywords=("endpoint",)),
    Registers("fastapi.FastAPI.add_api_websocket_route", _SERVED, position=1, keywords=("endpoint",)),
    Registers("fastapi.APIRouter.add_api_websocket_route", _SERVED, position=1, keywords=("endpoint",)),
    Registers("fastapi.FastAPI.add_exception_handler", _SERVED, position=1, keywords=("handler",)),
    Registers("fastapi.FastAPI.add_middleware", _SERVED, position=0, keywords=("middleware_class",)),
    Registers("fastapi.Depends", _SERVED, position=0, keywords=("dependency",)),
    Registers("fastapi.Security", _SERVED, position=0, keywords=("dependency",)),
    Registers("fastapi.BackgroundTasks.add_task", _SERVED, position=0, keywords=("func",)),
    RunsOnce("fastapi.FastAPI.on_event"),
    RunsOnce("fastapi.APIRouter.on_event"),
    Runs("fastapi.FastAPI.add_event_handler", How.ONCE, position=1),
    RunsOnce("fastapi.FastAPI.add_event_handler"),
    SharedStorage(".app.state"),
    SharedStorage("fastapi.FastAPI.state"),
    Injects("fastapi.Depends"),
    Injects("fastapi.Security"),
)
