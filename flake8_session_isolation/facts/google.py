"""Google Agent Development Kit: coroutine handlers are tasks of one event loop, plain ones called on the loop itself;
chats of google-genai and of google-generativeai, which came before it.

Source: google-adk 2.13.0 (google/adk/flows/llm_flows/tools/_batch_executor.py:187-212), google-genai 2.19.0
(google/genai/chats.py:112-164), google-generativeai 0.8.5 (google/generativeai/generative_models.py:481-512).
"""

from flake8_session_isolation.facts import (
    Begins,
    Conversation,
    HandlerBase,
    Lifetime,
    Registers,
    Row,
    Serve,
    Served,
    Setter,
)

_SERVED = Served(Serve.TASKS, Serve.TASKS)
_SENDS = ("send_message", "send_message_async", "send_message_stream", "get_history", "append", "extend")
_CHAT = "google.genai.chats.Chat"
_GIVEN = (
    "tools",
    "instruction",
    "before_agent_callback",
    "after_agent_callback",
    "before_model_callback",
    "after_model_callback",
    "before_tool_callback",
    "after_tool_callback",
)

ROWS: tuple[Row, ...] = (
    Registers("google.adk.agents.Agent", _SERVED, keywords=_GIVEN),
    Registers("google.adk.agents.LlmAgent", _SERVED, keywords=_GIVEN),
    Registers("google.adk.agents.SequentialAgent", _SERVED, keywords=_GIVEN),
    Registers("google.adk.agents.ParallelAgent", _SERVED, keywords=_GIVEN),
    Registers("google.adk.agents.LoopAgent", _SERVED, keywords=_GIVEN),
    Registers("google.adk.tools.FunctionTool", _SERVED, position=0, keywords=("func",)),
    Registers("google.adk.tools.LongRunningFunctionTool", _SERVED, position=0, keywords=("func",)),
    Registers("google.adk.runners.Runner", _SERVED, keywords=("plugins",)),
    HandlerBase("google.adk.agents.BaseAgent", ("_run_async_impl", "_run_live_impl"), _SERVED, Lifetime.SINGLETON),
    HandlerBase("google.adk.tools.BaseTool", ("run_async",), _SERVED, Lifetime.SINGLETON),
    HandlerBase(
        "google.adk.plugins.base_plugin.BasePlugin",
        (
            "on_user_message_callback",
            "before_run_callback",
            "on_event_callback",
            "after_run_callback",
            "before_agent_callback",
            "after_agent_callback",
            "before_model_callback",
            "after_model_callback",
            "before_tool_callback",
            "after_tool_callback",
        ),
        _SERVED,
        Lifetime.SINGLETON,
    ),
    Conversation(_CHAT, _SENDS, parts=("history",)),
    Conversation("google.genai.chats.AsyncChat", _SENDS, parts=("history",)),
    Conversation("google.generativeai.ChatSession", _SENDS, ("rewind",), ("history",)),
    Begins("google.generativeai.GenerativeModel.start_chat", "google.generativeai.ChatSession"),
    Begins(".start_chat", "google.generativeai.ChatSession"),
    Begins("*.chats.create", _CHAT),
    Conversation(
        "google.adk.runners.Runner",
        ("run", "run_async", "run_live"),
        per_session=("session_id",),
        insists=True,
    ),
    Setter("google.generativeai.configure", "google.generativeai"),
)
