"""LlamaIndex: chat engines, memories and the agents of before 0.13 remember; query engines and workflow agents do not.

Source: llama-index-core 0.14.25 (llama_index/core/chat_engine/simple.py:33, 75-112, memory/types.py:11, 86-119) and
0.10.68 (llama_index/core/agent/runner/base.py).
"""

from flake8_session_isolation.facts import Begins, Conversation, Row

_CHATS = ("chat", "achat", "stream_chat", "astream_chat")
_ENGINE = "llama_index.core.chat_engine.SimpleChatEngine"
_MEMORY = "llama_index.core.memory.ChatMemoryBuffer"
_AGENT = "llama_index.core.agent.AgentRunner"
_PUTS = ("put", "aput", "put_messages", "aput_messages", "get", "aget", "get_all", "aget_all", "set", "aset")

ROWS: tuple[Row, ...] = (
    Conversation("llama_index.*ChatEngine", _CHATS, ("reset",), ("chat_history",), per_session=("chat_history",)),
    Begins("llama_index.*ChatEngine.from_defaults", _ENGINE),
    Begins(".as_chat_engine", _ENGINE),
    Conversation("llama_index.*.memory.*Memory", _PUTS, ("reset", "areset"), handed_as=("memory", "chat_memory")),
    Conversation("llama_index.*.memory.*MemoryBuffer", _PUTS, ("reset", "areset"), handed_as=("memory", "chat_memory")),
    Begins("llama_index.*.memory.*.from_defaults", _MEMORY),
    Conversation(
        "llama_index.*.SimpleChatStore",
        handed_as=("chat_store",),
        per_session=("chat_store_key",),
    ),
    Conversation(_AGENT, (*_CHATS, "query", "aquery"), ("reset",), ("memory", "chat_history")),
    Begins("llama_index.*Agent.from_tools", _AGENT),
    Begins("llama_index.*AgentRunner.from_llm", _AGENT),
    Conversation("llama_index.core.workflow.Context", handed_as=("ctx",)),
)
