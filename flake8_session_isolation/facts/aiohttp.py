"""aiohttp.web: coroutine handlers are tasks of one event loop, plain ones called on the loop itself.

Source: aiohttp v3.14.3 tag and 4.0.0a2.dev0 main snapshot (2026-08-22) (aiohttp v3.14.3
aiohttp/web_urldispatcher.py:165-205 (handler kinds), :947 (View)).
"""

from flake8_session_isolation.facts import (
    BeginsServing,
    Conversation,
    Handler,
    HandlerBase,
    How,
    Lifetime,
    Registers,
    Row,
    Runs,
    RunsOnce,
    Serve,
    Served,
    SharedStorage,
)

_SERVED = Served(Serve.TASKS, Serve.TASKS)

ROWS: tuple[Row, ...] = (
    Handler("aiohttp.web.RouteTableDef.get", _SERVED),
    Handler("aiohttp.web.RouteTableDef.post", _SERVED),
    Handler("aiohttp.web.RouteTableDef.put", _SERVED),
    Handler("aiohttp.web.RouteTableDef.patch", _SERVED),
    Handler("aiohttp.web.RouteTableDef.delete", _SERVED),
    Handler("aiohttp.web.RouteTableDef.head", _SERVED),
    Handler("aiohttp.web.RouteTableDef.options", _SERVED),
    Handler("aiohttp.web.RouteTableDef.route", _SERVED),
    Handler("aiohttp.web.RouteTableDef.view", _SERVED),
    Handler("aiohttp.web.middleware", _SERVED),
    Registers("aiohttp.web.get", _SERVED, position=1, keywords=("handler",)),
    Registers("aiohttp.web.post", _SERVED, position=1, keywords=("handler",)),
    Registers("aiohttp.web.put", _SERVED, position=1, keywords=("handler",)),
    Registers("aiohttp.web.patch", _SERVED, position=1, keywords=("handler",)),
    Registers("aiohttp.web.delete", _SERVED, position=1, keywords=("handler",)),
    Registers("aiohttp.web.head", _SERVED, position=1, keywords=("handler",)),
    Registers("aiohttp.web.options", _SERVED, position=1, keywords=("handler",)),
    Registers("aiohttp.web.view", _SERVED, position=1, keywords=("handler",)),
    Registers("aiohttp.web.route", _SERVED, position=2, keywords=("handler",)),
    Registers("aiohttp.web.UrlDispatcher.add_get", _SERVED, position=1, keywords=("handler",)),
    Registers("aiohttp.web.UrlDispatcher.add_post", _SERVED, position=1, keywords=("handler",)),
    Registers("aiohttp.web.UrlDispatcher.add_put", _SERVED, position=1, keywords=("handler",)),
    Registers("aiohttp.web.UrlDispatcher.add_patch", _SERVED, position=1, keywords=("handler",)),
    Registers("aiohttp.web.UrlDispatcher.add_delete", _SERVED, position=1, keywords=("handler",)),
    Registers("aiohttp.web.UrlDispatcher.add_head", _SERVED, position=1, keywords=("handler",)),
    Registers("aiohttp.web.UrlDispatcher.add_options", _SERVED, position=1, keywords=("handler",)),
    Registers("aiohttp.web.UrlDispatcher.add_view", _SERVED, position=1, keywords=("handler",)),
    Registers("aiohttp.web.UrlDispatcher.add_route", _SERVED, position=2, keywords=("handler",)),
    Registers("aiohttp.web.Application.router.add_*", _SERVED, position=1, keywords=("handler",)),
    Registers("aiohttp.web.Application.router.add_route", _SERVED, position=2, keywords=("handler",)),
    Registers(".router.add_*", _SERVED, position=1, keywords=("handler",)),
    Registers(".router.add_route", _SERVED, position=2, keywords=("handler",)),
    Registers(".on_response_prepare.append", _SERVED, position=0),
    Registers("aiohttp.web.Application.on_response_prepare.append", _SERVED, position=0),
    Registers("aiohttp.web.Application", _SERVED, keywords=("middlewares",)),
    Registers("aiohttp.web.Server", _SERVED, position=0, keywords=("handler",)),
    HandlerBase(
        "aiohttp.web.View", ("get", "post", "put", "patch", "delete", "head", "options"), _SERVED, Lifetime.REQUEST
    ),
    Runs("aiohttp.web.Application.on_startup.append", How.ONCE, position=0),
    RunsOnce("aiohttp.web.Application.on_startup.append"),
    Runs("aiohttp.web.Application.on_shutdown.append", How.ONCE, position=0),
    RunsOnce("aiohttp.web.Application.on_shutdown.append"),
    Runs("aiohttp.web.Application.on_cleanup.append", How.ONCE, position=0),
    RunsOnce("aiohttp.web.Application.on_cleanup.append"),
    Runs("aiohttp.web.Application.cleanup_ctx.append", How.ONCE, position=0),
    RunsOnce("aiohttp.web.Application.cleanup_ctx.append"),
    RunsOnce(".on_startup.append"),
    RunsOnce(".on_shutdown.append"),
    RunsOnce(".on_cleanup.append"),
    RunsOnce(".cleanup_ctx.append"),
    Conversation(
        "aiohttp.ClientSession", ("update", "update_cookies"), parts=("headers", "cookie_jar", "auth"), in_turn=True
    ),
    SharedStorage(".app"),
    SharedStorage(".config_dict"),
    BeginsServing("aiohttp.web.AppRunner"),
    BeginsServing("aiohttp.web.ServerRunner"),
    BeginsServing("aiohttp.web.TCPSite"),
    BeginsServing("aiohttp.web.UnixSite"),
    BeginsServing("aiohttp.web.SockSite"),
    BeginsServing("aiohttp.web.run_app"),
)
