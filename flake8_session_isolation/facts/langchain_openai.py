"""langchain_openai: chat models that others derive from; an application makes one for all.

Source: langchain-openai 1.1 (langchain_openai/chat_models/base.py, BaseChatOpenAI and ChatOpenAI).
"""

from flake8_session_isolation.facts import HandlerBase, Lifetime, Row, Serve, Served

_SERVED = Served(Serve.TASKS, Serve.TASKS)
_ANSWERS = ("_generate", "_agenerate", "_stream", "_astream", "_convert_chunk_to_generation_chunk")

ROWS: tuple[Row, ...] = (HandlerBase("langchain_openai.*ChatOpenAI", _ANSWERS, _SERVED, Lifetime.SINGLETON),)
