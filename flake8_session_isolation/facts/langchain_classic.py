"""langchain-classic: memories, and the chains and agents that keep one.

Source: langchain-classic 1.0.8 (langchain_classic/memory/chat_memory.py:28-101, chains/base.py:75, 490-541,
chains/conversation/base.py:110).
"""

from flake8_session_isolation.facts import Begins, Conversation, Row, SessionProxy

_TALKS = (
    *("save_context", "asave_context", "load_memory_variables", "aload_memory_variables", "prep_prompts"),
    *("add_message", "add_messages", "aadd_messages", "add_user_message", "add_ai_message", "append", "extend"),
)
_FORGETS = ("clear", "aclear")
_PARTS = ("chat_memory", "messages", "buffer")
_HANDED = ("memory", "chat_memory", "history", "chat_history")
_RUNS = ("invoke", "ainvoke", "run", "arun", "__call__", "acall", "predict", "apredict", "stream", "astream")
_CHAIN = "langchain_classic.chains.ConversationChain"

ROWS: tuple[Row, ...] = (
    Conversation("langchain_classic.*Conversation*Memory", _TALKS, _FORGETS, _PARTS, _HANDED),
    Conversation("langchain_classic.*VectorStoreRetrieverMemory", _TALKS, _FORGETS, _PARTS, _HANDED),
    Conversation("langchain_classic.*CombinedMemory", _TALKS, _FORGETS, _PARTS, _HANDED),
    Conversation("langchain_classic.*ChatMessageHistory", _TALKS, _FORGETS, _PARTS, _HANDED),
    Conversation("langchain_classic.*AsyncIteratorCallbackHandler", ("aiter",), handed_as=("callbacks",)),
    Conversation("langchain_classic.*ConversationChain", _RUNS, handed_as=("chain",)),
    Begins("langchain_classic.*ConversationalRetrievalChain", _CHAIN, ("memory",)),
    Begins("langchain_classic.*ConversationalRetrievalChain.from_llm", _CHAIN, ("memory",)),
    Begins("langchain_classic.*LLMChain", _CHAIN, ("memory",)),
    Begins("langchain_classic.*RetrievalQA.from_chain_type", _CHAIN, ("memory",)),
    Begins("langchain_classic.*load_qa_chain", _CHAIN, ("memory",)),
    Begins("langchain_classic.*initialize_agent", _CHAIN, ("memory",)),
    Begins("langchain_classic.*AgentExecutor", _CHAIN, ("memory",)),
    Begins("langchain_classic.*AgentExecutor.from_agent_and_tools", _CHAIN, ("memory",)),
    SessionProxy("langchain_classic.*StreamlitChatMessageHistory"),
)
