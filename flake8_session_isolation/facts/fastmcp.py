"""FastMCP (standalone package): coroutine handlers are tasks of one event loop, plain ones run in worker threads.

Source: fastmcp v3.0.0rc2 snapshot (2026-02-13) and v2.14.5 tag (fastmcp/tools/function_tool.py:257-290).
"""

from flake8_session_isolation.facts import (
    Application,
    Around,
    BeginsServing,
    Clients,
    Handler,
    HandlerBase,
    Injects,
    Lifetime,
    Registers,
    Row,
    Serve,
    Served,
    SessionProxy,
    SharedStorage,
)

_SERVED = Served(Serve.TASKS, Serve.THREADS)

ROWS: tuple[Row, ...] = (
    Handler("fastmcp.FastMCP.tool", _SERVED),
    Handler("fastmcp.FastMCP.resource", _SERVED),
    Handler("fastmcp.FastMCP.prompt", _SERVED),
    Handler("fastmcp.FastMCP.custom_route", _SERVED),
    Handler("fastmcp.tools.tool", _SERVED),
    Handler("fastmcp.prompts.prompt", _SERVED),
    Handler("fastmcp.resources.resource", _SERVED),
    Registers("fastmcp.FastMCP.add_tool", _SERVED, position=0, keywords=("tool",)),
    Registers("fastmcp.tools.Tool.from_function", _SERVED, position=0, keywords=("fn",)),
    Registers("fastmcp.FastMCP.add_resource", _SERVED, position=0, keywords=("resource",)),
    Registers("fastmcp.FastMCP.add_prompt", _SERVED, position=0, keywords=("prompt",)),
    Registers("fastmcp.FastMCP.add_middleware", _SERVED, position=0, keywords=("middleware",)),
    HandlerBase(
        "fastmcp.server.middleware.Middleware",
        (
            "on_message",
            "on_request",
            "on_call_tool",
            "on_read_resource",
            "on_get_prompt",
            "on_list_tools",
            "on_initialize",
        ),
        _SERVED,
        Lifetime.SINGLETON,
    ),
    Around("fastmcp.server.middleware.Middleware"),
    Around("fastmcp.FastMCP.add_middleware"),
    Registers("fastmcp.dependencies.Depends", _SERVED, position=0),
    Injects("fastmcp.dependencies.Depends"),
    SessionProxy("fastmcp.server.dependencies.get_http_request"),
    SessionProxy("fastmcp.server.dependencies.get_access_token"),
    Clients("fastmcp.FastMCP.run", "transport", alone="stdio"),
    Clients("fastmcp.FastMCP.run_async", "transport", alone="stdio"),
    Clients("fastmcp.FastMCP.run_stdio_async", alone="stdio"),
    Clients("fastmcp.FastMCP.http_app"),
    Clients("fastmcp.FastMCP.sse_app"),
    Clients("fastmcp.FastMCP.streamable_http_app"),
    Application("fastmcp.FastMCP", "mcp"),
    Application(".fastmcp", "mcp"),
    SharedStorage(".lifespan_context"),
    SharedStorage(".request_context.lifespan_context"),
    BeginsServing("fastmcp.FastMCP.run_async"),
    BeginsServing("fastmcp.FastMCP.run_http_async"),
)
