"""Official MCP Python SDK server: coroutine handlers are tasks of one event loop, plain ones run in worker threads.

Source: mcp v1.29.0 tag and v2.0.0 line snapshot (2026-08-20) (mcp v1.29.0
mcp/server/fastmcp/utilities/func_metadata.py:93-96 (def called inline)).
"""

from flake8_session_isolation.facts import Handler, Registers, Row, Serve, Served

_SERVED = Served(Serve.TASKS, Serve.THREADS)

ROWS: tuple[Row, ...] = (
    Handler("mcp.server.fastmcp.FastMCP.tool", _SERVED),
    Handler("mcp.server.fastmcp.FastMCP.resource", _SERVED),
    Handler("mcp.server.fastmcp.FastMCP.prompt", _SERVED),
    Handler("mcp.server.fastmcp.FastMCP.completion", _SERVED),
    Handler("mcp.server.fastmcp.FastMCP.custom_route", _SERVED),
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
    Registers("mcp.server.fastmcp.FastMCP.add_tool", _SERVED, position=0, keywords=("fn",)),
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
)
