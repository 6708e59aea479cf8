"""langchain_core: calls that set what the whole process shares, histories of messages, runnables that keep one, and
models and retrievers, which an application makes once.

Source: langchain-core 1.8.2 (langchain_core/chat_history.py:223-229, runnables/history.py:56-62, 589-612;
language_models/chat_models.py, _generate to _astream; language_models/llms.py, _call; retrievers.py).
"""

from flake8_session_isolation.facts import Conversation, Handler, HandlerBase, Lifetime, Row, Serve, Served, Setter

_SERVED = Served(Serve.TASKS, Serve.THREADS)
# Threads run what is plain, too; but what a model counts there is as a rule a test's own model, which counts its turns.
_BY_MODEL = Served(Serve.TASKS, Serve.TASKS)
_ANSWERS = ("_generate", "_agenerate", "_stream", "_astream", "_call", "_acall")

ROWS: tuple[Row, ...] = (
    Handler("langchain_core.tools.tool", _SERVED),
    HandlerBase("langchain_core.tools.BaseTool", ("_run", "_arun"), _SERVED, Lifetime.SINGLETON),
    HandlerBase("langchain_core.language_models.*BaseChatModel", _ANSWERS, _BY_MODEL, Lifetime.SINGLETON),
    HandlerBase("langchain_core.language_models.*SimpleChatModel", _ANSWERS, _BY_MODEL, Lifetime.SINGLETON),
    HandlerBase("langchain_core.language_models.*LLM", _ANSWERS, _BY_MODEL, Lifetime.SINGLETON),
    HandlerBase(
        "langchain_core.retrievers.BaseRetriever",
        ("_get_relevant_documents", "_aget_relevant_documents"),
        _BY_MODEL,
        Lifetime.SINGLETON,
    ),
    HandlerBase("langchain_core.callbacks.BaseCallbackHandler", ("on_*",), _SERVED),
    Conversation(
        "langchain_core.chat_history.InMemoryChatMessageHistory",
        (
            *("add_message", "add_messages", "aadd_messages", "add_user_message", "add_ai_message"),
            *("append", "extend", "aget_messages"),
        ),
        forgets=("clear", "aclear"),
        parts=("messages",),
        handed_as=("memory", "chat_memory", "history", "chat_history"),
    ),
    Conversation(
        "langchain_core.runnables.history.RunnableWithMessageHistory",
        ("invoke", "ainvoke", "stream", "astream", "batch", "abatch", "astream_events"),
        per_session=("session_id", "conversation_id", "thread_id", "user_id"),
        insists=True,
        asks=1,
    ),
    Setter("langchain_core.globals.set_debug", "langchain_core.globals.get_debug()"),
    Setter("langchain_core.globals.set_llm_cache", "langchain_core.globals.get_llm_cache()"),
)
