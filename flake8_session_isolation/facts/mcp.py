"""Official MCP Python SDK server: coroutine handlers are tasks of one event loop, plain ones are called on the loop
itself (version 1) or run in worker threads (version 2).

Source: mcp v1.29.0 tag and v2.0.0 line snapshot (2026-08-20) (mcp/server/fastmcp/utilities/func_metadata.py:93-96
(def called inline)).
"""

from flake8_session_isolation.facts import (
    Application,
    BeginsServing,
    Clients,
    Handler,
    Registers,
    Row,
    Serve,
    Served,
    SharedStorage,
)

_SERVED = Served(Serve.TASKS, Serve.THREADS)
_ON_THE_LOOP = Served(Serve.TASKS, Serve.TASKS)

ROWS: tuple[Row, ...] = (
    Handler("mcp.server.fastmcp.FastMCP.tool", _ON_THE_LOOP),
    Handler("mcp.server.fastmcp.FastMCP.resource", _ON_THE_LOOP),
    Handler("mcp.server.fastmcp.FastMCP.prompt", _ON_THE_LOOP),
    Handler("mcp.server.fastmcp.FastMCP.completion", _ON_THE_LOOP),
    Handler("mcp.server.fastmcp.FastMCP.custom_route", _ON_THE_LOOP),
    Handler("mcp.server.MCPServer.tool", _SERVED),
    Handler("mcp.server.MCPServer.resource", _SERVED),
    Handler("mcp.server.MCPServer.prompt", _SERVED),
    Handler("mcp.server.MCPServer.completion", _SERVED),
    Handler("mcp.server.MCPServer.custom_route", _SERVED),
    Handler("mcp.server.lowlevel.Server.call_tool", _SERVED),
    Handler("mcp.server.lowlevel.Server.list_tools", _SERVED),
    Handler("mcp.server.lowlevel.Server.list_resources", _SERVED),
    Handler("mcp.server.lowlevel.Server.read_resource", _SERVED),
    Handler("mcp.server.lowlevel.Server.list_prompts", _SERVED),
    Handler("mcp.server.lowlevel.Server.get_prompt", _SERVED),
    Handler("mcp.server.lowlevel.Server.list_resource_templates", _SERVED),
    Handler("mcp.server.lowlevel.Server.set_logging_level", _SERVED),
    Handler("mcp.server.lowlevel.Server.subscribe_resource", _SERVED),
    Handler("mcp.server.lowlevel.Server.unsubscribe_resource", _SERVED),
    Handler("mcp.server.lowlevel.Server.completion", _SERVED),
    Handler("mcp.server.lowlevel.Server.progress_notification", _SERVED),
    Registers("mcp.server.fastmcp.FastMCP.add_tool", _ON_THE_LOOP, position=0, keywords=("fn",)),
    Registers("mcp.server.MCPServer.add_tool", _SERVED, position=0, keywords=("fn",)),
    Registers(
        "mcp.server.lowlevel.Server",
        _SERVED,
        keywords=(
            "on_call_tool",
            "on_list_tools",
            "on_read_resource",
            "on_list_resources",
            "on_list_prompts",
            "on_list_resource_templates",
            "on_subscribe_resource",
            "on_unsubscribe_resource",
            "on_subscriptions_listen",
        ),
    ),
    Clients("mcp.server.fastmcp.FastMCP.run", "transport", alone="stdio"),
    Clients("mcp.server.fastmcp.FastMCP.run_stdio_async", alone="stdio"),
    Clients("mcp.server.fastmcp.FastMCP.sse_app"),
    Clients("mcp.server.fastmcp.FastMCP.run_sse_async"),
    Clients("mcp.server.fastmcp.FastMCP.streamable_http_app"),
    Clients("mcp.server.fastmcp.FastMCP.run_streamable_http_async"),
    Clients("mcp.server.MCPServer.run", "transport", alone="stdio"),
    Clients("mcp.server.MCPServer.sse_app"),
    Clients("mcp.server.MCPServer.streamable_http_app"),
    Clients("mcp.server.stdio.stdio_server", alone="stdio"),
    Clients("mcp.server.sse.SseServerTransport"),
    Clients("mcp.server.streamable_http_manager.StreamableHTTPSessionManager"),
    Application("mcp.server.fastmcp.FastMCP", "mcp"),
    Application("mcp.server.MCPServer", "mcp"),
    Application("mcp.server.lowlevel.Server", "server"),
    Registers("mcp.server.fastmcp.FastMCP", _SERVED, keywords=("lifespan",)),
    SharedStorage("mcp.server.mcpserver.*.request_context.lifespan_context"),
    BeginsServing("mcp.server.fastmcp.FastMCP.run_sse_async"),
    BeginsServing("mcp.server.fastmcp.FastMCP.run_streamable_http_async"),
)
