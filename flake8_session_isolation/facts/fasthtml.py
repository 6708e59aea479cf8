"""FastHTML: coroutine handlers are tasks of one event loop, plain ones run in worker threads.

Source: fasthtml 0.14.13 (fasthtml/core.py:331 (run_in_threadpool), 260-277 (parameter filling), 681).
"""

from flake8_session_isolation.facts import Gives, Handler, Hands, Registers, Row, RunsOnce, Serve, Served

_SERVED = Served(Serve.TASKS, Serve.THREADS)

ROWS: tuple[Row, ...] = (
    Handler("fasthtml.core.FastHTML.route", _SERVED),
    Handler("fasthtml.core.FastHTML.get", _SERVED),
    Handler("fasthtml.core.FastHTML.post", _SERVED),
    Handler("fasthtml.core.FastHTML.put", _SERVED),
    Handler("fasthtml.core.FastHTML.patch", _SERVED),
    Handler("fasthtml.core.FastHTML.delete", _SERVED),
    Handler("fasthtml.core.FastHTML.ws", _SERVED),
    Handler("fasthtml.core.APIRouter", _SERVED),
    Handler("fasthtml.common.Beforeware", _SERVED),
    Handler("fasthtml.common.rt", _SERVED),
    Handler("fasthtml.common.threaded", Served(None, Serve.THREADS)),
    Handler("fasthtml.common.FastHTML.route", _SERVED),
    Handler("fasthtml.common.FastHTML.get", _SERVED),
    Handler("fasthtml.common.FastHTML.post", _SERVED),
    Handler("fasthtml.common.FastHTML.put", _SERVED),
    Handler("fasthtml.common.FastHTML.patch", _SERVED),
    Handler("fasthtml.common.FastHTML.delete", _SERVED),
    Handler("fasthtml.common.FastHTML.ws", _SERVED),
    Handler("fasthtml.common.APIRouter", _SERVED),
    Registers("fasthtml.common.Beforeware", _SERVED, position=0, keywords=("f",)),
    Registers("fasthtml.core.FastHTML.add_route", _SERVED, position=0, keywords=("route",)),
    Registers("fasthtml.common.FastHTML.add_route", _SERVED, position=0, keywords=("route",)),
    RunsOnce("fasthtml.core.FastHTML.on_event"),
    Gives("fasthtml.common.fast_app", ("fasthtml.common.FastHTML", "fasthtml.common.rt")),
    RunsOnce("fasthtml.common.FastHTML.on_event"),
    Hands("fasthtml", ("state",)),
)
